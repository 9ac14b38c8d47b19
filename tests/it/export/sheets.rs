//! Pages made by hand, with everything in them that a format has to lay out.

use super::hostile;
use breachbook::page::{
    Block, Callout, Column, ColumnKind, Document, Figure, Line, Row, RowMark, Shape, State, Table, TableRow, Tone,
};
use breachbook::report::{Band, Foot, Form, Head, Letterhead, Profile, Sheet, Size};

fn sheet(id: &str, number: Option<&'static str>, title: &str, body: Vec<Block>) -> Sheet {
    Sheet {
        form: Form { id: id.to_owned(), number, version: 1 },
        title: title.to_owned(),
        lang: "en",
        bands: vec![],
        head: Head {
            organisation: "Trinity Lutheran College".to_owned(),
            mode: "LIVE".to_owned(),
            case: "2026-11-22-poplar".to_owned(),
            handling: "Confidential".to_owned(),
            title: "Timetable to the wrong parent".into(),
            clock: "No clock has a number. Longest running: “in a timely fashion”, 7 h 22 min: responding".into(),
        },
        foot: Foot {
            as_of: "as of k4-48, 22 Nov 2026 09:12".to_owned(),
            times: "times +10:30".to_owned(),
            seal: "case seal 7AB4-TXPK-2S80-RYAD (3 journals)".to_owned(),
            policy: "POL04 1.0, 21 Aug 2018".to_owned(),
            moment_ms: 1_795_320_720_000,
        },
        size: Size::A4,
        landscape: false,
        profile: Profile::Full,
        letter: None,
        body: Document { blocks: body },
    }
}

fn cell(text: &str) -> Vec<Line> {
    vec![text.into()]
}

fn row(cells: &[&str]) -> TableRow {
    TableRow { cells: cells.iter().map(|text| cell(text)).collect(), says: vec![] }
}

fn action_columns() -> Vec<Column> {
    let column = Column::new;
    vec![
        column("Ref", ColumnKind::Text, 1),
        Column { keep: false, ..column("Step", ColumnKind::Text, 3) },
        column("Action (why)", ColumnKind::Text, 5),
        column("Owner", ColumnKind::Text, 2),
        column("Due", ColumnKind::Time, 2),
        column("Done", ColumnKind::Time, 2),
        column("Result and evidence", ColumnKind::Text, 6),
        column("Initials", ColumnKind::Pencil, 1),
    ]
}

/// A table over several pages, with rows that are late, copied, struck, and one that is very tall.
pub fn action_record(rows: usize) -> Sheet {
    let mut all = vec![
        row(&[
            "k4-2",
            "Tell the Privacy Officer",
            "Tell the Privacy Officer (FC-2a)",
            "T. Lin",
            "immediately",
            "22 Nov 02:21",
            "Reached on mobile",
            "",
        ]),
        TableRow {
            says: vec![RowMark::Late, RowMark::OutsidePolicy],
            ..row(&[
                "A-1",
                "Step 1: contain, assess",
                "Recall the e-mail",
                "B. Ito",
                "-",
                "22 Nov 01:58",
                "Written 07:30: “was driving”. Recall failed",
                "",
            ])
        },
        row(&[
            "A-2",
            "Step 1: contain, assess",
            "Have the parent delete the file",
            "T. Lin",
            "22 Nov 09:00",
            "22 Nov 08:40",
            "",
            "",
        ]),
        TableRow {
            says: vec![RowMark::Transcribed],
            ..row(&[
                "A-3",
                "Step 2: evaluate the risks",
                "Call the office that had the list",
                "B. Ito",
                "-",
                "doing",
                "No. 7 line 3, by C. Reyes",
                "",
            ])
        },
        TableRow {
            says: vec![RowMark::Struck],
            ..row(&["A-4", "Step 2: evaluate the risks", "", "-", "-", "-", "", ""])
        },
    ];
    all[2].cells[6] = vec![
        "Deleted, confirmed in writing: E-1.".into(),
        Line::from("Was: ")
            .and(Tone::Struck, "promised")
            .and(Tone::Text, " (T. Lin 08:12; 08:44: “said so by telephone”)"),
    ];
    all[4].cells[2] =
        vec![Line::of(Tone::Struck, "Call the bus company").and(Tone::Text, " (B. Ito, 22 Nov 08:50: wrong case)")];
    all[0].cells[7] = vec![];
    for at in 5..rows {
        let (owner, due) = if at % 7 == 0 { ("[no owner]", "23 Nov 12:00") } else { ("T. Lin", "-") };
        let name = format!("A-{at}");
        let mut one = row(&[
            &name,
            "Step 2: evaluate the risks",
            "List affected individuals (ST2-1e)",
            owner,
            due,
            "open",
            "",
            "",
        ]);
        one.cells[6] = vec![Line::of(Tone::Missing, "[not yet known: how many]")];
        all.push(one);
    }
    if let Some(last) = all.last_mut() {
        last.cells[6] = cell(&"A long result that goes on and on over many lines. ".repeat(12));
    }
    let caption = "Actions".to_owned();
    let end = Some(format!("END OF ENTRIES: {}, last A-{}", all.len(), all.len() - 1));
    let table = Table { caption, columns: action_columns(), rows: all, end, ruled: 4 };
    let done = "Done: Tell the Privacy Officer 6 of 6 · Step 1 6 of 7 · Step 2 2 of 6 · Step 3 0 of 6";
    let signs = Block::Sign(vec!["Recorded by".into(), "Lead".into()]);
    let body = vec![Block::Text(done.into()), Block::Table(table), Block::Keep(vec![signs])];
    Sheet { landscape: true, ..sheet("action-record", Some("F2"), "Data breach action record", body) }
}

/// One of each block, tone, state, mark and band.
pub fn everything() -> Sheet {
    let narrow = |caption: &str, rows| Table {
        caption: caption.to_owned(),
        columns: vec![
            Column::new("When", ColumnKind::Time, 2),
            Column::new("What", ColumnKind::Text, 5),
            Column::new("Count", ColumnKind::Number, 1),
            Column::new("Initials", ColumnKind::Pencil, 1),
        ],
        rows,
        end: Some("END OF ENTRIES: 2, last T-2".to_owned()),
        ruled: 2,
    };
    let mut two = vec![row(&["22 Nov 01:50", "The e-mail went out", "1,200", ""]), row(&["22 Nov 02:13", "", "-", ""])];
    two[1].cells[1] = vec![Line::of(Tone::Alarm, "Discovered"), Line::quiet("k4-1")];
    two[1].says = vec![RowMark::Late, RowMark::Transcribed, RowMark::Struck, RowMark::OutsidePolicy];
    let states = State::ALL.into_iter().enumerate().map(|(at, state)| {
        let what = format!("Something that stands so, no. {at}");
        Block::Row(Row { level: at as u8, state: Some(state), what: what.into(), word: "its word".into(), to: None })
    });
    let callouts =
        [Callout::DoNot, Callout::Silence, Callout::Suggestion, Callout::Warning, Callout::Missing, Callout::NotLegal];
    let callouts = callouts.into_iter().enumerate().map(|(at, kind)| {
        let said = format!("What this callout says, no. {at}.");
        Block::Callout(kind, vec![Block::Text(said.as_str().into()), Block::List(vec!["a point".into()])])
    });
    let mut body = vec![
        Block::Heading(1, "Situation".into()),
        Block::Text(
            Line::from("Plain, ")
                .and(Tone::Strong, "strong")
                .and(Tone::Text, ", ")
                .and(Tone::Quiet, "quiet")
                .and(Tone::Text, ", ")
                .and(Tone::Accent, "accent")
                .and(Tone::Text, ", ")
                .and(Tone::Alarm, "alarm")
                .and(Tone::Text, ", ")
                .and(Tone::Struck, "struck")
                .and(Tone::Text, " (T. Lin 08:12: a slip), ")
                .and(Tone::Missing, "[not yet known: cause]")
                .and(Tone::Text, "."),
        ),
        Block::Labelled("Owner".to_owned(), "T. Lin".into()),
        Block::Labelled(String::new(), "B. Ito from 09:00".into()),
        Block::Labelled("Due".to_owned(), Line::of(Tone::Missing, "[not yet known: when]")),
        Block::Apart("+1 906 555-0142".into()),
        Block::Gap,
        Block::Heading(2, "How it stands".into()),
        Block::Row(Row::sides("Longest running", "7 h 22 min")),
    ];
    body.extend(states);
    body.push(Block::Heading(3, "What to mind".into()));
    body.extend(callouts);
    body.push(Block::List(vec!["first point".into(), Line::strong("second point")]));
    body.push(Block::Table(narrow("What happened", two)));
    body.push(Block::Figure(figure()));
    body.push(Block::Table(narrow("Timeline", vec![row(&["22 Nov 02:21", "Told the Privacy Officer", "1", ""])])));
    body.push(Block::PageBreak);
    body.push(Block::Heading(1, "Signed".into()));
    body.push(Block::Keep(vec![
        Block::Text("Stands on one page with the slots.".into()),
        Block::Sign(vec!["Lead".into()]),
    ]));
    body.push(Block::Ruled(3));
    body.push(Block::Qr("BREACHBOOK/1 PJ9VQ7BC 48 ".to_owned() + &"0123456789ABCDEF".repeat(4)));
    let mut one = sheet("briefing", Some("F5"), "Briefing", body);
    "EXERCISE EXERCISE EXERCISE".clone_into(&mut one.head.mode);
    one.bands = vec![
        Band::Exercise,
        Band::Draft(Some("1 of 5 required contents missing".to_owned())),
        Band::Released,
        Band::OutOfDate("persons was 1,200, is 12,000, k4-88".to_owned()),
        Band::Blank,
    ];
    Sheet { size: Size::Letter, ..one }
}

fn figure() -> Figure {
    let words = |at, place, text: &str| Shape::Words { at, size: 14, place, text: text.to_owned() };
    Figure {
        caption: "Timeline".to_owned(),
        words: "Two things happened between 01:50 and 02:13; one was done at 02:21.".to_owned(),
        height: 200,
        shapes: vec![
            Shape::Line { from: (0, 100), to: (1000, 100), dashed: false },
            Shape::Line { from: (500, 20), to: (500, 180), dashed: true },
            Shape::Bar { at: (100, 60), size: (200, 20), filled: true, open_left: true, open_right: false },
            Shape::Bar { at: (600, 120), size: (300, 20), filled: false, open_left: false, open_right: true },
            Shape::Dot { at: (120, 100), filled: true },
            Shape::Dot { at: (320, 100), filled: false },
            words((120, 50), breachbook::page::table::Place::Begins, "01:50 the e-mail went out"),
            words((500, 190), breachbook::page::table::Place::Centred, "gap of 3 h"),
            words((990, 160), breachbook::page::table::Place::Ends, "<02:21> told & heard"),
        ],
    }
}

/// A letter of which address and greeting are filled in by an office, with every hostile text in it.
pub fn hostile_letter() -> Sheet {
    let mut one = hostile_page();
    one.letter = Some(Letterhead {
        from: vec![
            "Example State University · Registrar's Office".into(),
            "1 Example Way, East Lansing, MI 48824".into(),
        ],
        reference: "v2 · text 33G8-NBD5-5VZT-B5RR".to_owned(),
        merged: true,
    });
    one.bands = vec![Band::Draft(Some("1 of 5 required contents missing: <CN-4> & more".to_owned()))];
    Sheet { size: Size::Letter, ..one }
}

/// Every hostile text as paragraph, point, label, row and cell, and one in each place of head and foot.
pub fn hostile_page() -> Sheet {
    let mut body = vec![Block::Heading(1, "Notice of a security breach".into())];
    for text in hostile::all() {
        body.push(Block::Text(text.into()));
        body.push(Block::Text(Line::from("before").and(Tone::Missing, text).and(Tone::Text, "behind")));
        body.push(Block::Text(Line::of(Tone::Struck, text).and(Tone::Strong, text).and(Tone::Text, text)));
        body.push(Block::Labelled("Label".to_owned(), text.into()));
        body.push(Block::Labelled(String::new(), text.into()));
        body.push(Block::Row(Row { state: Some(State::Done), ..Row::sides(text, text) }));
        body.push(Block::Heading(2, text.into()));
    }
    body.push(Block::List(hostile::all().map(Line::from).collect()));
    let columns = ["Name", "Second", "Third"].map(|title| Column::new(title, ColumnKind::Text, 1)).to_vec();
    let rows = hostile::all().map(|text| TableRow {
        cells: vec![cell(text), vec![Line::strong(text), Line::of(Tone::Struck, text)], cell("behind")],
        says: vec![RowMark::Late],
    });
    let caption = "<b>Caption</b> | *of* the table".to_owned();
    body.push(Block::Table(Table { caption, columns, rows: rows.collect(), end: None, ruled: 0 }));
    body.push(Block::Callout(Callout::Warning, hostile::all().map(|text| Block::Text(text.into())).collect()));
    let mut one = sheet("notice_letter", None, "Notice </title> & letter", body);
    "</style><b>Example</b> State *University*".clone_into(&mut one.head.organisation);
    "2026 } @page { \" ' \\ شعبة".clone_into(&mut one.head.case);
    one.head.title = "# شركة | a@example.org".into();
    "</footer> *POL* \u{202E}04".clone_into(&mut one.foot.policy);
    one
}
