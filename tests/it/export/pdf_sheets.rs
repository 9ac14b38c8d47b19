//! Sheets for PDF alone: a letter as an office sends it, and tables of a chosen shape.

use super::sheets;
use breachbook::page::{Block, Column, ColumnKind, Document, Line, Table, TableRow, Tone};
use breachbook::report::{Band, Form, Letterhead, Sheet, Size};

/// An A4 page upright, with head and foot and without bands.
pub fn page(body: Vec<Block>) -> Sheet {
    Sheet { landscape: false, body: Document { blocks: body }, ..sheets::action_record(5) }
}

/// A letter that cannot be approved yet.
pub fn letter() -> Sheet {
    let said = |label: &str, text: &str| Block::Labelled(label.to_owned(), text.into());
    let number = "[not yet known: a telephone number for assistance or additional information (CN-4)]";
    let body = vec![
        Block::Text("November 24, 2026".into()),
        Block::Heading(1, "Notice of a security breach".into()),
        said("What happened.", "On November 20, 2026, a laptop used in the Registrar's Office was stolen from a car."),
        said(
            "What information was involved.",
            "Your name with your Social Security number. The files were not encrypted.",
        ),
        said(
            "What the University has done.",
            "The laptop's access was disabled. All portable devices are being encrypted.",
        ),
        Block::Labelled(
            "For help.".to_owned(),
            Line::from("Please call ").and(Tone::Missing, number).and(Tone::Text, "."),
        ),
        Block::Text("Sincerely,".into()),
        Block::Sign(vec!["Registrar".into()]),
    ];
    let from = ["Example State University · Registrar's Office", "1 Example Way, East Lansing, MI 48824"];
    let letterhead = Letterhead {
        from: from.map(Line::from).to_vec(),
        reference: "v2 · text 33G8-NBD5-5VZT-B5RR".to_owned(),
        merged: true,
    };
    Sheet {
        form: Form { id: "notice_letter".to_owned(), number: None, version: 1 },
        title: "Notice of a security breach".to_owned(),
        size: Size::Letter,
        bands: vec![Band::Draft(Some("1 of 5 required contents missing".to_owned()))],
        letter: Some(letterhead),
        ..page(body)
    }
}

/// A table with these titles, of which those in brackets need not be kept on the first line of a row.
pub fn table(titles: &[&str], rows: Vec<Vec<String>>) -> Table {
    let column = |title: &&str| {
        let keep = !title.starts_with('(');
        Column { keep, ..Column::new(title.trim_matches(['(', ')']), ColumnKind::Text, 1) }
    };
    let row = |cells: Vec<String>| TableRow {
        cells: cells.into_iter().map(|text| vec![text.into()]).collect(),
        says: vec![],
    };
    Table {
        caption: "What was found".to_owned(),
        columns: titles.iter().map(column).collect(),
        rows: rows.into_iter().map(row).collect(),
        end: Some("END OF ENTRIES".to_owned()),
        ruled: 0,
    }
}
