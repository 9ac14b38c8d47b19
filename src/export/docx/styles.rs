//! The styles by which an office can change how a page looks.

use super::parts::part;
use super::xml::Xml;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const FONT: &str = "Noto Sans";

/// A style of paragraphs: id, name, size in half points, bold, space before and after in twentieths of a point.
struct Style {
    id: &'static str,
    name: &'static str,
    half_points: u32,
    bold: bool,
    before: u32,
    after: u32,
    /// Level in the outline, from 0.
    level: Option<u32>,
}

const fn style(id: &'static str, name: &'static str, half_points: u32, bold: bool, before: u32, after: u32) -> Style {
    Style { id, name, half_points, bold, before, after, level: None }
}

const fn heading(id: &'static str, name: &'static str, half_points: u32, before: u32, level: u32) -> Style {
    Style { level: Some(level), ..style(id, name, half_points, true, before, 80) }
}

const PARAGRAPHS: [Style; 13] = [
    heading("Heading1", "heading 1", 26, 280, 0),
    heading("Heading2", "heading 2", 22, 220, 1),
    heading("Heading3", "heading 3", 20, 180, 2),
    style("ListBullet", "List Bullet", 20, false, 0, 40),
    style("Caption", "caption", 18, true, 120, 60),
    style("TableText", "Table Text", 18, false, 20, 20),
    style("TableTextSmall", "Table Text Small", 16, false, 20, 20),
    style("TableEnd", "Table End", 18, true, 80, 120),
    style("Apart", "Apart", 20, true, 60, 100),
    style("Code", "Code", 16, false, 0, 80),
    style("Header", "header", 18, false, 0, 20),
    style("HeaderLast", "Header Last", 18, false, 0, 120),
    style("Footer", "footer", 15, false, 40, 0),
];

/// Styles of characters: id, name, whether bold, colour.
const CHARACTERS: [(&str, &str, bool, Option<&str>); 6] = [
    ("Strong", "Strong", true, None),
    ("Quiet", "Quiet", false, Some("555555")),
    ("Accent", "Accent", true, Some("00467F")),
    ("Alarm", "Alarm", true, Some("9B0000")),
    ("Struck", "Struck", false, None),
    ("Missing", "Missing", true, None),
];

pub fn styles(lang: &str) -> String {
    part("w:styles", &[("xmlns:w", MAIN)], |xml| {
        defaults(xml, lang);
        normal(xml);
        for style in &PARAGRAPHS {
            paragraph(xml, style);
        }
        band(xml);
        for (id, name, bold, colour) in CHARACTERS {
            characters(xml, id, name, bold, colour);
        }
        tables(xml);
    })
}

fn defaults(xml: &mut Xml, lang: &str) {
    xml.within("w:docDefaults", &[], |xml| {
        xml.within("w:rPrDefault", &[], |xml| {
            xml.within("w:rPr", &[], |xml| {
                xml.empty("w:rFonts", &[("w:ascii", FONT), ("w:eastAsia", FONT), ("w:hAnsi", FONT), ("w:cs", FONT)]);
                xml.value("w:sz", "20");
                xml.value("w:szCs", "20");
                xml.value("w:lang", lang);
            });
        });
        xml.within("w:pPrDefault", &[], |xml| {
            xml.within("w:pPr", &[], |xml| {
                xml.empty("w:spacing", &[("w:after", "80"), ("w:line", "259"), ("w:lineRule", "auto")]);
            });
        });
    });
}

fn normal(xml: &mut Xml) {
    xml.within("w:style", &[("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")], |xml| {
        xml.value("w:name", "Normal");
        xml.empty("w:qFormat", &[]);
    });
}

fn paragraph(xml: &mut Xml, style: &Style) {
    xml.within("w:style", &[("w:type", "paragraph"), ("w:styleId", style.id)], |xml| {
        xml.value("w:name", style.name);
        xml.value("w:basedOn", "Normal");
        xml.value("w:next", if style.level.is_some() { "Normal" } else { style.id });
        xml.empty("w:qFormat", &[]);
        xml.within("w:pPr", &[], |xml| {
            if style.level.is_some() {
                xml.empty("w:keepNext", &[]);
                xml.empty("w:keepLines", &[]);
            }
            match style.id {
                "ListBullet" => xml.within("w:numPr", &[], |xml| xml.value("w:numId", "1")),
                "HeaderLast" => edges(xml, &["w:bottom"], "2"),
                "Footer" => edges(xml, &["w:top"], "2"),
                _ => {}
            }
            let (before, after) = (style.before.to_string(), style.after.to_string());
            xml.empty(
                "w:spacing",
                &[("w:before", &before), ("w:after", &after), ("w:line", "240"), ("w:lineRule", "auto")],
            );
            if style.id == "Apart" {
                xml.empty("w:ind", &[("w:left", "567")]);
            }
            if let Some(level) = style.level {
                xml.value("w:outlineLvl", &level.to_string());
            }
        });
        xml.within("w:rPr", &[], |xml| {
            if style.bold {
                xml.empty("w:b", &[]);
                xml.empty("w:bCs", &[]);
            }
            xml.value("w:sz", &style.half_points.to_string());
            xml.value("w:szCs", &style.half_points.to_string());
        });
    });
}

/// What is framed above head and foot.
fn band(xml: &mut Xml) {
    xml.within("w:style", &[("w:type", "paragraph"), ("w:styleId", "Band")], |xml| {
        xml.value("w:name", "Band");
        xml.value("w:basedOn", "Normal");
        xml.within("w:pPr", &[], |xml| {
            edges(xml, &["w:top", "w:left", "w:bottom", "w:right", "w:between"], "2");
            xml.empty("w:spacing", &[("w:before", "0"), ("w:after", "40"), ("w:line", "240"), ("w:lineRule", "auto")]);
            xml.value("w:jc", "center");
        });
        xml.within("w:rPr", &[], |xml| {
            xml.empty("w:b", &[]);
            xml.empty("w:bCs", &[]);
            xml.value("w:sz", "18");
            xml.value("w:szCs", "18");
        });
    });
}

fn characters(xml: &mut Xml, id: &str, name: &str, bold: bool, colour: Option<&str>) {
    xml.within("w:style", &[("w:type", "character"), ("w:styleId", id)], |xml| {
        xml.value("w:name", name);
        xml.empty("w:qFormat", &[]);
        xml.within("w:rPr", &[], |xml| {
            if bold {
                xml.empty("w:b", &[]);
                xml.empty("w:bCs", &[]);
            }
            if id == "Struck" {
                xml.empty("w:strike", &[]);
            }
            if let Some(colour) = colour {
                xml.value("w:color", colour);
            }
            if id == "Missing" {
                xml.empty("w:bdr", &[("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "auto")]);
            }
        });
    });
}

fn tables(xml: &mut Xml) {
    xml.within("w:style", &[("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")], |xml| {
        xml.value("w:name", "Normal Table");
    });
    xml.within("w:style", &[("w:type", "table"), ("w:styleId", "TableGrid")], |xml| {
        xml.value("w:name", "Table Grid");
        xml.value("w:basedOn", "TableNormal");
        xml.within("w:tblPr", &[], |xml| {
            xml.within("w:tblBorders", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                    edge(xml, side, "0");
                }
            });
        });
    });
}

fn edges(xml: &mut Xml, sides: &[&str], space: &str) {
    xml.within("w:pBdr", &[], |xml| sides.iter().for_each(|side| edge(xml, side, space)));
}

fn edge(xml: &mut Xml, side: &str, space: &str) {
    xml.empty(side, &[("w:val", "single"), ("w:sz", "4"), ("w:space", space), ("w:color", "auto")]);
}
