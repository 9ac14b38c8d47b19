//! The parts of the file that say how it is made up (ECMA-376): kinds, relations, properties, settings, fonts, points of lists.

use super::picture::{self, Pictures};
use super::xml::Xml;
use crate::base::text::inert_line;
use crate::export::around;
use crate::report::Sheet;
use chrono::DateTime;

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Where the names of elements come from. Readers that do not know boxes to tick read what stands in them.
pub const NAMESPACES: [(&str, &str); 6] = [
    ("xmlns:w", MAIN),
    ("xmlns:r", OFFICE),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
    ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("mc:Ignorable", "w14"),
];

/// Parts that stand beside the body: name, kind.
const BESIDE: [(&str, &str); 6] = [
    ("styles", "styles"),
    ("settings", "settings"),
    ("fontTable", "fontTable"),
    ("numbering", "numbering"),
    ("header1", "header"),
    ("footer1", "footer"),
];

pub fn part(root: &str, namespaces: &[(&str, &str)], inside: impl FnOnce(&mut Xml)) -> String {
    let mut xml = Xml::part();
    xml.within(root, namespaces, inside);
    xml.into_string()
}

pub fn content_types() -> String {
    part("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))], |xml| {
        let mut by_ending =
            |ending: &str, kind: &str| xml.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
        by_ending("rels", "application/vnd.openxmlformats-package.relationships+xml");
        by_ending("xml", "application/xml");
        by_ending("png", "image/png");
        let mut of = |name: &str, kind: &str| xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
        of("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        of("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
        of("/word/document.xml", &format!("{WORD}.document.main+xml"));
        for (name, kind) in BESIDE {
            of(&format!("/word/{name}.xml"), &format!("{WORD}.{kind}+xml"));
        }
    })
}

pub fn relations() -> String {
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    related(&[
        ("body", format!("{OFFICE}/officeDocument"), "word/document.xml".to_owned()),
        ("core", core, "docProps/core.xml".to_owned()),
        ("app", format!("{OFFICE}/extended-properties"), "docProps/app.xml".to_owned()),
    ])
}

pub fn relations_of_body(pictures: &Pictures) -> String {
    let beside = BESIDE.map(|(name, kind)| (name, format!("{OFFICE}/{kind}"), format!("{name}.xml")));
    let names: Vec<_> =
        (1..=pictures.count()).map(|number| (picture::relation(number), picture::name(number))).collect();
    let pictures = names.iter().map(|(relation, name)| (relation.as_str(), format!("{OFFICE}/image"), name.clone()));
    related(&beside.into_iter().chain(pictures).collect::<Vec<_>>())
}

fn related(all: &[(&str, String, String)]) -> String {
    part("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))], |xml| {
        for (id, kind, target) in all {
            xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
        }
    })
}

/// Title, who it is from, and the moment of the record: nothing of the computer that made the file.
pub fn core(sheet: &Sheet) -> String {
    let namespaces = [
        ("xmlns:cp", format!("{PACKAGE}/metadata/core-properties")),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/".to_owned()),
        ("xmlns:dcterms", "http://purl.org/dc/terms/".to_owned()),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance".to_owned()),
    ];
    let namespaces: Vec<_> = namespaces.iter().map(|(name, from)| (*name, from.as_str())).collect();
    let moment = DateTime::from_timestamp_millis(sheet.foot.moment_ms).unwrap_or_default();
    let moment = moment.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let bands = around::bands(sheet).join(" · ");
    let mut description: Vec<String> = vec![around::foot(sheet)];
    if sheet.letter.is_some() {
        description.push(around::CHANGED_TEXT.to_owned());
    }
    let says = [
        ("dc:title", around::form(sheet)),
        ("dc:subject", around::case(sheet)),
        ("dc:creator", sheet.head.organisation.clone()),
        ("cp:keywords", bands),
        ("dc:description", description.join(" ")),
        ("dc:language", sheet.lang.to_owned()),
    ];
    part("cp:coreProperties", &namespaces, |xml| {
        for (name, text) in &says {
            if !text.trim().is_empty() {
                xml.within(name, &[], |xml| xml.text(&inert_line(text)));
            }
        }
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.within(name, &[("xsi:type", "dcterms:W3CDTF")], |xml| xml.text(&moment));
        }
    })
}

pub fn app() -> String {
    const FROM: &str = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    part("Properties", &[("xmlns", FROM)], |xml| {
        xml.within("Application", &[], |xml| xml.text("breachbook"));
    })
}

/// As the version of Word of 2013 and later lays a page out; fields are not updated when the file is opened.
pub fn settings() -> String {
    part("w:settings", &[("xmlns:w", MAIN)], |xml| {
        xml.value("w:defaultTabStop", "720");
        xml.value("w:characterSpacingControl", "doNotCompress");
        xml.within("w:compat", &[], |xml| {
            let uri = "http://schemas.microsoft.com/office/word";
            xml.empty("w:compatSetting", &[("w:name", "compatibilityMode"), ("w:uri", uri), ("w:val", "15")]);
        });
    })
}

/// One font, and what stands in for it.
pub fn fonts() -> String {
    part("w:fonts", &[("xmlns:w", MAIN)], |xml| {
        xml.within("w:font", &[("w:name", "Noto Sans")], |xml| {
            xml.value("w:altName", "Arial");
            xml.value("w:charset", "00");
            xml.value("w:family", "swiss");
            xml.value("w:pitch", "variable");
        });
    })
}

/// The point before each line of a list.
pub fn numbering() -> String {
    part("w:numbering", &[("xmlns:w", MAIN)], |xml| {
        xml.within("w:abstractNum", &[("w:abstractNumId", "0")], |xml| {
            xml.value("w:multiLevelType", "singleLevel");
            xml.within("w:lvl", &[("w:ilvl", "0")], |xml| {
                xml.value("w:start", "1");
                xml.value("w:numFmt", "bullet");
                xml.value("w:lvlText", "•");
                xml.value("w:lvlJc", "left");
                xml.within("w:pPr", &[], |xml| xml.empty("w:ind", &[("w:left", "340"), ("w:hanging", "227")]));
            });
        });
        xml.within("w:num", &[("w:numId", "1")], |xml| xml.value("w:abstractNumId", "0"));
    })
}
