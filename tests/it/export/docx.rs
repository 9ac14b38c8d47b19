//! DOCX: well-formed parts in a fixed order, no field but those that are wanted, every text as it was typed.

use super::read::{self, Event, attribute, opened};
use super::{hostile, sheets};
use breachbook::export::docx;
use breachbook::page::{Block, Line, Tone};
use breachbook::report::Sheet;
use std::collections::BTreeSet;
use std::io::{Cursor, Read};

/// Elements within a paragraph.
const WITHIN: [&str; 22] = [
    "w:r",
    "w:t",
    "w:rPr",
    "w:rStyle",
    "w:strike",
    "w:b",
    "w:bdr",
    "w:rtl",
    "w:rFonts",
    "w:sdt",
    "w:sdtPr",
    "w:sdtContent",
    "w:alias",
    "w:lock",
    "w14:checkbox",
    "w14:checked",
    "w14:checkedState",
    "w14:uncheckedState",
    "w:fldChar",
    "w:instrText",
    "w:pPr",
    "w:pStyle",
];

/// Names and bytes of the parts, in their order.
fn parts(sheet: &Sheet) -> Vec<(String, Vec<u8>)> {
    let bytes = docx::write(sheet).unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut part = zip.by_index(at).unwrap();
            let moment = part.last_modified().unwrap();
            assert_eq!((moment.year(), moment.month(), moment.day(), moment.hour()), (1980, 1, 1, 0));
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn part(sheet: &Sheet, name: &str) -> Vec<Event> {
    let (_, bytes) = parts(sheet).into_iter().find(|(own, _)| own == name).unwrap();
    read::xml(&String::from_utf8(bytes).unwrap())
}

/// The words of the body, and those of the body with head and foot. What a field tells the office program is not read.
pub fn words(sheet: &Sheet) -> (String, String) {
    let of = |name: &str| {
        let mut events = part(sheet, name);
        let told: Vec<_> = (0..events.len())
            .filter(|at| matches!(events.get(at.wrapping_sub(1)), Some(Event::Open(name, _)) if name == "w:instrText"))
            .collect();
        for at in told {
            events[at] = Event::Text(String::new());
        }
        read::all_words(&events, &WITHIN)
    };
    let body = of("word/document.xml");
    let all = format!("{} {body} {}", of("word/header1.xml"), of("word/footer1.xml"));
    (body, all)
}

#[test]
fn parts_are_well_formed_and_stand_in_their_order() {
    for sheet in [sheets::action_record(30), sheets::everything(), sheets::hostile_page(), sheets::hostile_letter()] {
        let parts = parts(&sheet);
        let names: Vec<_> = parts.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            &names[..6],
            [
                "[Content_Types].xml",
                "_rels/.rels",
                "docProps/core.xml",
                "docProps/app.xml",
                "word/document.xml",
                "word/_rels/document.xml.rels",
            ]
        );
        let kinds = part(&sheet, "[Content_Types].xml");
        let named: BTreeSet<_> =
            opened(&kinds, "Override").map(|own| attribute(own, "PartName").unwrap().to_owned()).collect();
        for (name, bytes) in parts.iter().filter(|(name, _)| name.rsplit('.').next() != Some("png")) {
            let text = String::from_utf8(bytes.clone()).unwrap();
            read::xml(&text);
            assert!(
                name.rsplit('.').next() == Some("rels") || name.starts_with('[') || named.contains(&format!("/{name}")),
                "{name}"
            );
            assert!(!text.contains("rsid") && !text.contains("updateFields") && !text.contains("TargetMode"), "{name}");
        }
        let relations = part(&sheet, "word/_rels/document.xml.rels");
        for relation in opened(&relations, "Relationship") {
            let target = format!("word/{}", attribute(relation, "Target").unwrap());
            assert!(names.contains(&target.as_str()), "{target}");
        }
    }
}

#[test]
fn every_hostile_text_comes_back_and_none_becomes_a_field() {
    for sheet in [sheets::hostile_page(), sheets::hostile_letter()] {
        let events = part(&sheet, "word/document.xml");
        let paragraphs = read::texts(&events, "w:p");
        for text in hostile::all() {
            let shown = hostile::shown(text);
            let count = paragraphs.iter().filter(|words| **words == shown).count();
            assert!(count >= 4, "paragraph, heading, point, callout, cell {text:?}: {count}");
        }
        let fields = [&events, &part(&sheet, "word/footer1.xml"), &part(&sheet, "word/header1.xml")];
        let fields: BTreeSet<_> = fields.iter().flat_map(|events| read::texts(events, "w:instrText")).collect();
        let known = ["PAGE", "NUMPAGES", "MERGEFIELD name", "MERGEFIELD address"];
        assert!(fields.iter().all(|field| known.contains(&field.as_str())), "{fields:?}");
        assert_eq!(fields.len(), if sheet.letter.is_some() { 4 } else { 2 });
        for name in ["w:fldSimple", "w:hyperlink", "w:object", "w:altChunk", "w:pict"] {
            assert_eq!(opened(&events, name).count(), 0, "{name}");
        }
    }
}

#[test]
fn caption_and_heading_repeat_and_rows_are_not_broken() {
    let sheet = sheets::action_record(30);
    let events = part(&sheet, "word/document.xml");
    assert_eq!(opened(&events, "w:tblHeader").count(), 2, "caption and heading");
    let rows = opened(&events, "w:tr").count();
    assert_eq!(rows, 2 + 30 + 4 + 1, "ruled rows as well, and the end");
    assert_eq!(opened(&events, "w:cantSplit").count(), rows, "none is taller than half a page");
    let widths: u32 =
        opened(&events, "w:gridCol").map(|own| attribute(own, "w:w").unwrap().parse::<u32>().unwrap()).sum();
    assert_eq!(widths, 16_838 - 1_417 - 1_020, "as wide as the page between its margins");
    let (size, margins) = (opened(&events, "w:pgSz").next().unwrap(), opened(&events, "w:pgMar").next().unwrap());
    assert_eq!(attribute(size, "w:orient"), Some("landscape"));
    assert_eq!((attribute(margins, "w:left"), attribute(margins, "w:right")), (Some("1417"), Some("1020")));
}

#[test]
fn a_row_taller_than_half_a_page_is_in_parts_that_say_so() {
    let mut sheet = sheets::action_record(6);
    let Block::Table(table) = &mut sheet.body.blocks[1] else { panic!("a table") };
    table.rows[1].cells[6] = vec!["word ".repeat(800).into()];
    let events = part(&sheet, "word/document.xml");
    let rows = opened(&events, "w:tr").count();
    let before = opened(&part(&sheets::action_record(6), "word/document.xml"), "w:tr").count();
    assert!(rows > before, "{rows} and {before}");
    assert_eq!(opened(&events, "w:cantSplit").count(), rows);
    let paragraphs = read::texts(&events, "w:p");
    let said = |words: &str| paragraphs.iter().filter(|paragraph| paragraph.as_str() == words).count();
    assert_eq!(said("continued"), rows - before, "{paragraphs:?}");
    let words = paragraphs.iter().flat_map(|paragraph| paragraph.split(' ')).filter(|word| *word == "word").count();
    assert_eq!(words, 800, "and nothing is lost or said twice");
}

#[test]
fn columns_that_find_no_place_go_to_a_second_line() {
    let mut sheet = sheets::action_record(6);
    sheet.landscape = false;
    let Block::Table(table) = &mut sheet.body.blocks[1] else { panic!("a table") };
    table.rows[0].cells[2] =
        vec!["Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".into()];
    table.rows[0].cells[6] = table.rows[0].cells[2].clone();
    table.rows[0].cells[3] = vec!["Hohenstein-Waldburg-Zeil-und-Trauchburg".into()];
    let events = part(&sheet, "word/document.xml");
    assert_eq!(opened(&events, "w:gridCol").count(), 7, "without the one that need not be kept");
    let paragraphs = read::texts(&events, "w:p");
    assert!(paragraphs.contains(&"Step: Tell the Privacy Officer".to_owned()), "{paragraphs:?}");
}

#[test]
fn tones_boxes_bands_and_pictures_are_as_the_format_has_them() {
    let sheet = sheets::everything();
    let bytes = parts(&sheet);
    let text = |name: &str| String::from_utf8(bytes.iter().find(|(own, _)| own == name).unwrap().1.clone()).unwrap();
    let body = text("word/document.xml");
    for part in [
        "<w:rPr><w:rStyle w:val=\"Struck\"/><w:strike/></w:rPr><w:t xml:space=\"preserve\">struck</w:t>",
        "<w:b/><w:bdr w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/></w:rPr><w:t xml:space=\"preserve\">[not yet known",
        "<w14:checked w14:val=\"1\"/>",
        "<w:lock w:val=\"sdtContentLocked\"/>",
        "<w:pStyle w:val=\"Heading1\"/><w:pageBreakBefore/>",
        "<a:blip r:embed=\"code1\"/>",
        "w:lineRule=\"exact\"",
    ] {
        assert!(body.contains(part), "{part}");
    }
    for name in ["word/header1.xml", "word/footer1.xml"] {
        let events = part(&sheet, name);
        let paragraphs = read::texts(&events, "w:p");
        assert_eq!(paragraphs[0], "EXERCISE");
        assert_eq!(paragraphs[1], "DRAFT, not approved: 1 of 5 required contents missing");
    }
    let foot = read::texts(&part(&sheet, "word/footer1.xml"), "w:t").join("");
    assert!(foot.contains("Page1of1"), "cached numbers: {foot}");
    assert!(text("word/settings.xml").contains("w:name=\"compatibilityMode\""));
    let core = text("docProps/core.xml");
    assert!(core.contains("<dc:title>Briefing (F5)</dc:title>"), "{core}");
    assert!(
        core.contains("<dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-11-22T04:12:00Z</dcterms:created>"),
        "{core}"
    );
    let (_, png) = bytes.iter().find(|(name, _)| name == "word/media/code1.png").unwrap();
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    assert_eq!(png[24..26], [1, 0], "one bit, grey");
}

#[test]
fn a_letter_says_that_a_changed_text_wants_a_new_approval() {
    let events = part(&sheets::hostile_letter(), "word/document.xml");
    let aliases: Vec<_> = opened(&events, "w:alias").filter_map(|own| attribute(own, "w:val")).collect();
    assert_eq!(aliases[0], "A changed text wants a new approval.");
    let core = part(&sheets::hostile_letter(), "docProps/core.xml");
    let description = read::texts(&core, "dc:description");
    assert_eq!(description, ["Ref. v2 · text 33G8-NBD5-5VZT-B5RR A changed text wants a new approval."]);
}

#[test]
fn a_run_has_one_direction() {
    let mut sheet = sheets::action_record(5);
    let mixed = Line::from("Sarah (שרה כהן 12) Cohen, ").and(Tone::Strong, "محمد 7, b");
    sheet.body.blocks = vec![Block::Text(mixed), Block::Text("שרה כהן".into())];
    let events = part(&sheet, "word/document.xml");
    let (mut runs, mut is_right) = (Vec::new(), false);
    for event in &events {
        match event {
            Event::Open(name, _) if name == "w:r" => is_right = false,
            Event::Open(name, _) if name == "w:rtl" => is_right = true,
            Event::Text(text) => runs.push((is_right, text.as_str())),
            _ => {}
        }
    }
    assert_eq!(
        runs,
        [
            (false, "Sarah ("),
            (true, "שרה כהן"),
            (false, " 12) Cohen, "),
            (true, "محمد"),
            (false, " 7, b"),
            (true, "שרה כהן"),
        ]
    );
    assert_eq!(opened(&events, "w:bidi").count(), 1, "the paragraph that begins from the right");
}
