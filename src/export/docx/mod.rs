//! A file for office programs: WordprocessingML (ECMA-376) in a zip of fixed parts. Real paragraphs and styles, so that an office can
//! edit a letter; no field in it but the number of the page and what a mail merge fills in.

mod blocks;
mod divided;
mod frame;
mod inline;
mod paragraph;
mod parts;
mod picture;
mod styles;
mod table;
mod xml;

use super::{around, paper};
use crate::report::Sheet;
use blocks::Body;
use paragraph::Paragraph;
use parts::{NAMESPACES, part};
use std::io::{self, Cursor, Write};
use xml::Xml;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// How hard parts are packed: the same everywhere, so that the bytes are.
const LEVEL: i64 = 6;

/// The page as the bytes of a file.
///
/// # Errors
/// Where the parts could not be packed: memory is the only thing that can be short.
pub fn write(sheet: &Sheet) -> io::Result<Vec<u8>> {
    let mut body = Body::new(sheet);
    if let Some(letter) = &sheet.letter {
        frame::letterhead(&mut body, letter);
    }
    let above = std::mem::take(&mut body.xml);
    body.blocks(&sheet.body.blocks);
    let document = part("w:document", &NAMESPACES, |xml| {
        xml.within("w:body", &[], |xml| {
            xml.append(above);
            let text = std::mem::take(&mut body.xml);
            if sheet.letter.is_some() {
                approved(xml, text);
            } else {
                xml.append(text);
            }
            Paragraph { height: Some(20), ..Paragraph::default() }.write(xml, |_| ());
            section(xml, sheet);
        });
    });
    let mut zip = Zip(ZipWriter::new(Cursor::new(Vec::new())));
    zip.add("[Content_Types].xml", parts::content_types().as_bytes())?;
    zip.add("_rels/.rels", parts::relations().as_bytes())?;
    zip.add("docProps/core.xml", parts::core(sheet).as_bytes())?;
    zip.add("docProps/app.xml", parts::app().as_bytes())?;
    zip.add("word/document.xml", document.as_bytes())?;
    zip.add("word/_rels/document.xml.rels", parts::relations_of_body(&body.pictures).as_bytes())?;
    zip.add("word/styles.xml", styles::styles(sheet.lang).as_bytes())?;
    zip.add("word/settings.xml", parts::settings().as_bytes())?;
    zip.add("word/fontTable.xml", parts::fonts().as_bytes())?;
    zip.add("word/numbering.xml", parts::numbering().as_bytes())?;
    zip.add("word/header1.xml", frame::head(sheet).as_bytes())?;
    zip.add("word/footer1.xml", frame::foot(sheet).as_bytes())?;
    for (name, png) in body.pictures.files() {
        zip.add(&format!("word/{name}"), png)?;
    }
    Ok(zip.0.finish()?.into_inner())
}

/// The text of a letter. Whoever edits it reads at its edge that a changed text wants a new approval; on paper that is not there.
fn approved(xml: &mut Xml, text: Xml) {
    xml.within("w:sdt", &[], |xml| {
        xml.within("w:sdtPr", &[], |xml| xml.value("w:alias", around::CHANGED_TEXT));
        xml.within("w:sdtContent", &[], |xml| xml.append(text));
    });
}

/// Head, foot, paper and margins.
fn section(xml: &mut Xml, sheet: &Sheet) {
    let (width, height) = paper::size(sheet);
    let (width, height) = (width.to_string(), height.to_string());
    let (left, others) = (paper::LEFT.to_string(), paper::OTHERS.to_string());
    xml.within("w:sectPr", &[], |xml| {
        xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "header1")]);
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "footer1")]);
        let mut size = vec![("w:w", width.as_str()), ("w:h", height.as_str())];
        if sheet.landscape {
            size.push(("w:orient", "landscape"));
        }
        xml.empty("w:pgSz", &size);
        let edge = "567"; // 10 mm
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", others.as_str()),
                ("w:right", &others),
                ("w:bottom", &others),
                ("w:left", &left),
                ("w:header", edge),
                ("w:footer", edge),
                ("w:gutter", "0"),
            ],
        );
    });
}

struct Zip(ZipWriter<Cursor<Vec<u8>>>);

impl Zip {
    fn add(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(LEVEL))
            .last_modified_time(DateTime::default()); // 1 January 1980
        self.0.start_file(name, options)?;
        self.0.write_all(bytes)
    }
}
