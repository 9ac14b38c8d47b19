//! Sheets with everything that a page can hold, made by hand.

use breachbook::page::table::Place;
use breachbook::page::{
    Block, Callout, Column, ColumnKind, Document, Figure, Line, Row, RowMark, Shape, State, Table, TableRow, Tone,
};
use breachbook::report::sheet::Letterhead;
use breachbook::report::{Band, Foot, Form, Head, Profile, Sheet, Size};

/// 22 November 2026, 09:12 at +10:30.
const MOMENT: i64 = 1_795_300_920_000;

pub fn sheet(title: &str, body: Vec<Block>) -> Sheet {
    Sheet {
        form: Form { id: "action-record".into(), number: Some("F2"), version: 1 },
        title: title.into(),
        lang: "en",
        bands: Vec::new(),
        head: Head {
            organisation: "Trinity Lutheran College".into(),
            mode: "LIVE".into(),
            case: "2026-11-22-poplar".into(),
            handling: "Confidential".into(),
            title: Line::from("Timetable to the wrong parent"),
            clock: Line::from("No clock has a number. Longest running: “in a timely fashion”, 7 h 22 min: responding"),
        },
        foot: Foot {
            as_of: "as of k4-48, 22 Nov 2026 09:12".into(),
            times: "times +10:30".into(),
            seal: "case seal 7AB4-TXPK-2S80-RYAD (3 journals)".into(),
            policy: "POL04 1.0, 21 Aug 2018".into(),
            moment_ms: MOMENT,
        },
        size: Size::A4,
        landscape: false,
        profile: Profile::Full,
        letter: None,
        body: Document { blocks: body },
    }
}

fn row(cells: [&str; 8], says: Vec<RowMark>) -> TableRow {
    TableRow {
        cells: cells.iter().map(|cell| if cell.is_empty() { Vec::new() } else { vec![Line::from(*cell)] }).collect(),
        says,
    }
}

pub fn action_columns() -> Vec<Column> {
    let loose = |title: &str, kind, weight| Column { keep: false, ..Column::new(title, kind, weight) };
    vec![
        Column::new("Ref", ColumnKind::Text, 1),
        loose("Step", ColumnKind::Text, 3),
        Column::new("Action (why)", ColumnKind::Text, 5),
        loose("Owner", ColumnKind::Text, 1),
        Column::new("Due", ColumnKind::Time, 1),
        Column::new("Done", ColumnKind::Time, 1),
        Column::new("Result and evidence", ColumnKind::Text, 5),
        Column::new("Initials", ColumnKind::Pencil, 1),
    ]
}

/// The action record of section 9 of the design, its rows again and again.
pub fn action_record(rows: usize) -> Sheet {
    let step = "Step 1: contain, assess";
    let mut promised = row(
        ["A-2", step, "Have the parent delete the file", "T. Lin", "22 Nov 09:00", "22 Nov 08:40", "", ""],
        vec![RowMark::OutsidePolicy],
    );
    promised.cells[6] = vec![
        Line::from("Deleted, confirmed in writing: E-1."),
        Line::from("Was: ")
            .and(Tone::Struck, "promised by telephone")
            .and(Tone::Text, " (T. Lin 08:12; struck 08:44: confirmed since)"),
    ];
    let mut unknown = row(
        ["-", "Step 2: evaluate the risks", "List affected individuals (ST2-1e)", "", "23 Nov 12:00", "open", "", ""],
        Vec::new(),
    );
    unknown.cells[3] = vec![Line::from("no owner")];
    unknown.cells[6] = vec![Line::of(Tone::Missing, "[not yet known: how many]")];
    let samples = [
        row(
            [
                "k4-2",
                "Tell the Privacy Officer",
                "Tell the Privacy Officer (FC-2a)",
                "T. Lin",
                "immediately",
                "22 Nov 02:21",
                "Reached on mobile",
                "",
            ],
            Vec::new(),
        ),
        row(
            [
                "A-1",
                step,
                "Recall the e-mail",
                "B. Ito",
                "-",
                "22 Nov 01:58",
                "Written 07:30: “was driving”. Recall failed",
                "",
            ],
            vec![RowMark::Late, RowMark::OutsidePolicy],
        ),
        promised,
        row(
            [
                "k4-19",
                step,
                "ICT response plan (ST1-2a)",
                "-",
                "-",
                "not needed",
                "No system involved (D. Marsh 08:05)",
                "",
            ],
            Vec::new(),
        ),
        unknown,
        row(
            [
                "A-3",
                "Step 2: evaluate the risks",
                "Call the office that had the list",
                "B. Ito",
                "-",
                "doing",
                "No. 7 line 3, by C. Reyes",
                "",
            ],
            vec![RowMark::Transcribed],
        ),
    ];
    let all = samples.iter().cycle().take(rows).cloned().collect();
    let table = Table {
        caption: "Actions".into(),
        columns: action_columns(),
        rows: all,
        end: Some(format!("END OF ENTRIES: {rows}, last A-3")),
        ruled: 3,
    };
    let body = vec![
        Block::Text(Line::from(
            "Done: Tell the Privacy Officer 6 of 6 · Step 1 6 of 7 · Step 2 2 of 6 · Step 3 0 of 6 · Step 4 0 of 3",
        )),
        Block::Table(table),
        Block::Keep(vec![Block::Sign(vec![Line::from("Recorded by"), Line::from("Lead")])]),
    ];
    Sheet { landscape: true, ..sheet("Data breach action record", body) }
}

fn figure() -> Figure {
    let words = |at, place, text: &str| Shape::Words { at, size: 18, place, text: text.into() };
    Figure {
        caption: "What happened, and what was done".into(),
        words: "Occurred 21 November 22:00 to 22 November 01:30; discovered 01:58; contained 08:40.".into(),
        height: 220,
        shapes: vec![
            Shape::Line { from: (0, 110), to: (1000, 110), dashed: false },
            Shape::Line { from: (500, 20), to: (500, 200), dashed: true },
            Shape::Bar { at: (60, 40), size: (300, 40), filled: true, open_left: true, open_right: false },
            Shape::Bar { at: (560, 40), size: (300, 40), filled: false, open_left: false, open_right: true },
            Shape::Dot { at: (420, 110), filled: true },
            Shape::Dot { at: (700, 110), filled: false },
            words((60, 30), Place::Begins, "occurred"),
            words((420, 140), Place::Centred, "discovered 01:58"),
            words((1000, 140), Place::Ends, "contained 08:40"),
        ],
    }
}

/// A page with every block.
pub fn everything() -> Sheet {
    let long = "The list was read by one parent, who says that nobody else saw it. It held the names, year levels and free periods \
                of 31 students of year 11, and for four of them the name of a support worker. ";
    let body = vec![
        Block::Heading(2, Line::from("What is known")),
        Block::Labelled("Occurred".into(), Line::from("21 November 2026 22:00 to 22 November 01:30, about")),
        Block::Labelled("Discovered".into(), Line::from("22 November 2026 01:58 (k4-2)")),
        Block::Labelled("Persons".into(), Line::of(Tone::Missing, "[not yet known: how many people are affected]")),
        Block::Labelled("What was taken, and whose".into(), Line::from(long.repeat(2))),
        Block::Text(Line::from(long.repeat(3))),
        Block::List(vec![
            Line::from("Recall the e-mail."),
            Line::from(long),
            Line::strong("Tell the Privacy Officer."),
        ]),
        Block::Callout(
            Callout::DoNot,
            vec![Block::Text(Line::from("Do not write to the parent before the Privacy Officer has agreed."))],
        ),
        Block::Callout(
            Callout::Silence,
            vec![
                Block::Text(Line::from("By when the people concerned are told.")),
                Block::Text(Line::from("Decided: within two days.")),
            ],
        ),
        Block::Heading(3, Line::from("How it stands")),
        Block::Row(Row { state: Some(State::Done), ..Row::sides("Tell the Privacy Officer", "22 Nov 02:21") }),
        Block::Row(Row {
            state: Some(State::ToDo),
            level: 1,
            ..Row::sides("List affected individuals", "due 23 Nov 12:00")
        }),
        Block::Row(Row {
            state: Some(State::LookAgain),
            level: 1,
            ..Row::sides("Is there a real risk of serious harm?", "look again")
        }),
        Block::Row(Row { state: Some(State::Waits), ..Row::sides("Tell the students", "waits for the decision") }),
        Block::Row(Row { state: Some(State::Off), ..Row::sides("Tell the Commissioner", "does not apply") }),
        Block::Figure(figure()),
        Block::Heading(2, Line::from("For pencil")),
        Block::Ruled(4),
        Block::Apart(Line::from("7AB4-TXPK-2S80-RYAD")),
        Block::Qr("BREACHBOOK/1 POPLAR22 48 7AB4TXPK2S80RYAD7AB4TXPK2S80RYAD7AB4TXPK2S80RYAD7AB4TXPK2S80RYAD".into()),
        Block::Keep(vec![
            Block::Heading(2, Line::from("Signed")),
            Block::Sign(vec![Line::from("Principal"), Line::from("College Council, by its chair or a deputy")]),
        ]),
        Block::PageBreak,
        Block::Callout(Callout::NotLegal, vec![Block::Text(Line::from("This page is a record of what was done."))]),
    ];
    let mut sheet = sheet("Incident report", body);
    sheet.form = Form { id: "incident-report".into(), number: None, version: 1 };
    sheet.bands = vec![Band::Exercise, Band::OutOfDate("persons was 1,200, is 12,000, k4-88".into())];
    sheet.head.mode = "EXERCISE EXERCISE EXERCISE".into();
    sheet
}

/// A letter that cannot be approved yet.
pub fn letter() -> Sheet {
    let body = vec![
        Block::Text(Line::from("November 24, 2026")),
        Block::Heading(1, Line::from("Notice of a security breach")),
        Block::Labelled(
            "What happened.".into(),
            Line::from("On November 20, 2026, a laptop used in the Registrar's Office was stolen from a car."),
        ),
        Block::Labelled(
            "What information was involved.".into(),
            Line::from("Your name with your Social Security number. The files were not encrypted."),
        ),
        Block::Labelled(
            "What the University has done.".into(),
            Line::from("The laptop's access was disabled. All portable devices are being encrypted."),
        ),
        Block::Labelled(
            "For help.".into(),
            Line::from("Please call ")
                .and(
                    Tone::Missing,
                    "[not yet known: a telephone number for assistance or additional information (CN-4)]",
                )
                .and(Tone::Text, "."),
        ),
        Block::Text(Line::from("Sincerely,")),
        Block::Sign(vec![Line::from("Registrar")]),
    ];
    let mut sheet = sheet("Notice of a security breach", body);
    sheet.form = Form { id: "notice_letter".into(), number: None, version: 1 };
    sheet.size = Size::Letter;
    sheet.bands = vec![Band::Draft(Some("1 of 5 required contents missing".into()))];
    sheet.letter = Some(Letterhead {
        from: vec![
            Line::from("Example State University · Registrar's Office"),
            Line::from("1 Example Way, East Lansing, MI 48824"),
        ],
        reference: "v2 · text 33G8-NBD5-5VZT-B5RR".into(),
        merged: true,
    });
    sheet
}
