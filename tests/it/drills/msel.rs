//! Lists of injects for spreadsheets: what came out goes in again, and what other people wrote is looked at row by row.

use breachbook::base::ClauseId;
use breachbook::drill::script::list::{Column, Merged, NotTaken, Options, Ran, Taken, headings, merge, read, rows};
use breachbook::drill::script::{Loaded, Script, bundled, index, load, load_bundled};
use breachbook::export::csv::{Kind, Table};
use breachbook::playbook::bundled::open_bundled;
use breachbook::source::Source;
use std::collections::BTreeSet;

const SMALL: &str = include_str!("../../drills/good/small.toml");

fn loaded(text: &str) -> Loaded {
    load(&Source::new("script.toml", text), &open_bundled)
}

/// The list of a script with commas, as the program prints it.
fn list(loaded: &Loaded) -> String {
    let script = loaded.script.as_ref().unwrap();
    let headings = headings(script, false);
    let columns: Vec<_> = headings.iter().map(|heading| (heading.as_str(), Kind::Text)).collect();
    let mut table = Table::new(&columns);
    for row in rows(script, loaded.playbook.as_ref(), None) {
        table.row(row);
    }
    String::from_utf8(table.bytes()).unwrap()
}

fn taken(text: &str) -> Taken {
    read(text.as_bytes(), &Options::default()).unwrap()
}

fn into(list: &str, loaded: &Loaded) -> Merged {
    let script = loaded.script.as_ref().unwrap();
    merge(&taken(list), Some((script, loaded.playbook.as_ref())), "list", &BTreeSet::new())
}

fn new(list: &str) -> Merged {
    merge(&taken(list), None, "list", &BTreeSet::new())
}

/// Everything that a script says, expectation by expectation of each inject in turn.
fn said(script: &Script) -> String {
    let mut script = script.clone();
    script.digest = String::new();
    let numbers: Vec<u32> = script.injects.iter().map(|inject| inject.number).collect();
    script.expectations.sort_by_key(|expectation| numbers.iter().position(|number| *number == expectation.inject));
    format!("{script:#?}")
}

fn why(merged: &Merged) -> Vec<(u64, String)> {
    merged.bad.iter().map(|bad| (bad.line, bad.why.words())).collect()
}

#[test]
fn every_bundled_script_comes_in_again_as_it_went_out() {
    assert!(index().len() >= 5, "{:?}", index());
    for id in index() {
        let before = load_bundled(id).unwrap();
        let list = list(&before);
        let merged = into(&list, &before);
        assert_eq!(why(&merged), [], "{id}");
        assert!(merged.same && merged.new.is_empty() && merged.stay.is_empty(), "{id}");
        let after = loaded(&merged.text);
        let (before, after) = (before.script.unwrap(), after.script.unwrap_or_else(|| panic!("{:#?}", after.problems)));
        assert_eq!(said(&before), said(&after), "{id}");
        assert!(bundled::bundled_source(id).is_some_and(|source| source.text != merged.text), "comments are not kept");
    }
}

#[test]
fn a_list_is_the_same_with_any_separator_and_in_any_encoding() {
    let small = loaded(SMALL);
    insta::assert_snapshot!("list-of-small", list(&small));
    let semicolons = include_str!("../../drills/lists/small-semicolons.csv");
    let tabs = include_bytes!("../../drills/lists/small-tabs-utf16.txt");
    let windows = include_bytes!("../../drills/lists/small-windows-1252.csv");
    for (name, bytes) in [
        ("commas", list(&small).as_bytes()),
        ("semicolons", semicolons.as_bytes()),
        ("tabs", tabs),
        ("windows", windows),
    ] {
        let taken = read(bytes, &Options::default()).unwrap_or_else(|why| panic!("{name}: {why:?}"));
        let merged =
            merge(&taken, Some((small.script.as_ref().unwrap(), small.playbook.as_ref())), "x", &BTreeSet::new());
        assert_eq!(why(&merged), [], "{name}");
        assert!(merged.same, "{name}\n{}", merged.text);
    }
}

#[test]
fn a_list_of_other_people_becomes_a_script_to_be_completed() {
    let list = "MSEL spring exercise;;;;;;\n\
                Event #;Module;Time;Originator;Recipient Player(s);Event Description;Means;Expected Action;Objective;Weather\n\
                1;Friday;15:30;A parent;Front desk;The link is open.;phone call;Somebody calls the Officer;Tell in time;rain\n\
                2;Friday;3:44 pm;IT;Deputy\nIT;41 openings;e-mail;;Tell in time;\n\
                3;Saturday;09:00;A paper;Principal;What happened?;media;\"Nobody guesses\nThe text is approved\";Speak as one;\n";
    let list = list.replace("Deputy\nIT", "\"Deputy\nIT\"");
    let merged = new(&list);
    assert_eq!(why(&merged), []);
    insta::assert_snapshot!("new-script", merged.text);
    // Saturday comes after Friday whatever day somebody writes down for the first.
    let script = loaded(&merged.text).script.unwrap();
    assert_eq!(script.injects.iter().map(|inject| inject.at).collect::<Vec<_>>(), [Some(0), Some(14), Some(0)]);
    assert_eq!(script.injects[0].kept, [("Weather".to_owned(), "rain".to_owned())]);
    assert_eq!(script.expected_of(3).count(), 2);
}

#[test]
fn each_row_that_cannot_be_taken_says_why_and_the_others_are_taken() {
    let list = "number,at_min,delivery,text,part\n\
                ,1,phone,No number,\n\
                1,2,phone,,\n\
                2,soon,phone,When,\n\
                3,3,fone,How,\n\
                4,4,phone,\"It is NOT A DRILL\",\n\
                5,5,phone,Ring 0412 345 678,\n\
                6,6,phone,Good,\n\
                6,7,phone,Again,\n\
                7,481,phone,Late,\n\
                8,8,phone,Where,p9\n\
                9,9,phone,Much,,more\n\
                10,10,phone,Good too,p1\n";
    let small = loaded(SMALL);
    let merged = into(list, &small);
    insta::assert_snapshot!(
        "bad-rows",
        why(&merged).iter().map(|(line, why)| format!("line {line}: {why}")).collect::<Vec<_>>().join("\n")
    );
    assert_eq!((merged.rows, merged.new.as_slice(), merged.stay.as_slice()), (2, &[6, 10][..], &[1, 11][..]));
    let left_out: BTreeSet<u64> = merged.bad.iter().map(|bad| bad.line).collect();
    let again = merge(&taken(list), Some((small.script.as_ref().unwrap(), None)), "x", &left_out);
    assert_eq!((again.rows, again.bad.len()), (2, 0));
}

#[test]
fn what_a_list_does_not_say_stays_and_what_it_says_is_changed() {
    let small = loaded(SMALL);
    let merged = into("number,text,from\n1,\"The table is open, and who sees it?\",A parent of Year 6\n", &small);
    assert_eq!(why(&merged), []);
    assert_eq!(merged.stay, [11]);
    let script = loaded(&merged.text).script.unwrap();
    let first = script.inject(1).unwrap();
    assert_eq!(
        (first.text.as_str(), first.from.as_str()),
        ("The table is open, and who sees it?", "A parent of Year 6")
    );
    assert_eq!(
        first.gist.as_deref(),
        Some("A parent telephones about the excursion form."),
        "no column says otherwise"
    );
    assert_eq!(first.at, Some(0));
    let before = small.script.unwrap();
    assert_eq!(script.expected_of(1).count(), before.expected_of(1).count());
    assert_eq!(
        script.inject(11).map(|inject| &inject.contingency),
        before.inject(11).map(|inject| &inject.contingency)
    );
}

#[test]
fn words_that_stood_there_keep_what_they_are_bound_to() {
    let small = loaded(SMALL);
    let list = "number,text,expected\n1,Open,\"Escalation decided, with a reason\nThey ask who may decide\"\n";
    let script = loaded(&into(list, &small).text).script.unwrap();
    let ids: Vec<_> =
        script.expected_of(1).map(|one| (one.id.as_str(), one.within, one.binding.is_by_hand())).collect();
    assert_eq!(ids, [("e_escalate", Some(30), false), ("e1_1", None, true)]);
    let cited: Vec<_> = script.expectation("e_escalate").unwrap().cite.iter().map(ClauseId::as_str).collect();
    assert!(!cited.is_empty());
}

#[test]
fn headings_can_be_said_and_two_that_could_be_one_are_asked_about() {
    let list = "Nummer,Beschreibung,When\n1,Open,12\n";
    assert!(matches!(read(list.as_bytes(), &Options::default()), Err(NotTaken::NoHeadings(_))));
    let map = [("nummer", Column::Number), ("Beschreibung", Column::Text), ("When", Column::AtMin)];
    let options = Options { map: map.into_iter().map(|(heading, column)| (heading.to_owned(), column)).collect() };
    let merged = merge(&read(list.as_bytes(), &options).unwrap(), None, "list", &BTreeSet::new());
    assert_eq!((merged.rows, why(&merged)), (1, Vec::new()));
    let twice = read(b"no,description,inject\n1,a,b\n", &Options::default());
    assert_eq!(twice.unwrap_err(), NotTaken::Twice(Column::Text, "description".into(), "inject".into()));
    let absent = read(b"no,time\n1,12\n", &Options::default());
    assert_eq!(absent.unwrap_err(), NotTaken::NoColumn(Column::Text));
}

/// Texts that a spreadsheet could run, or that end a cell, a quotation or a script, stay texts.
#[test]
fn hostile_texts_come_in_again_as_they_were() {
    for text in [
        "=HYPERLINK(\"x\")",
        "'quoted",
        "a \"\"\" b \\ c \\n",
        "one\n\"two\" said\nthree,;\t|",
        "ends in a mark\"",
        "+1 and @x",
        "a ::: b",
        "{a} {}",
        "x = [[inject]]",
    ] {
        let quoted: String = text
            .chars()
            .map(|sign| match sign {
                '"' => "\\\"".to_owned(),
                '\\' => "\\\\".to_owned(),
                '\n' => "\\n".to_owned(),
                '\t' => "\\t".to_owned(),
                sign => sign.to_string(),
            })
            .collect();
        let script = SMALL.replace(
            "text = \"Is this one for the team or not? I need to know what I may do.\"",
            &format!("text = \"{quoted}\""),
        );
        assert_ne!(script, SMALL);
        let before = loaded(&script);
        let merged = into(&list(&before), &before);
        assert!(merged.same, "{text:?}\n{:?}\n{}", why(&merged), merged.text);
        let after = loaded(&merged.text).script.unwrap();
        assert_eq!(said(&before.script.unwrap()), said(&after), "{text:?}");
    }
}

/// After an exercise the list says of each inject what became of it; when it comes in again, these columns are told and left.
#[test]
fn a_list_of_a_held_exercise_has_its_course_behind_the_columns_and_comes_in_without_it() {
    let small = loaded(SMALL);
    let script = small.script.as_ref().unwrap();
    let sent = Ran {
        state: "sent".into(),
        sent_exercise: "15:30:30".into(),
        sent_real: "10:00:30".into(),
        reason: String::new(),
    };
    let ran = [(1, sent)].into_iter().collect();
    let headings = headings(script, true);
    let columns: Vec<_> = headings.iter().map(|heading| (heading.as_str(), Kind::Text)).collect();
    let mut table = Table::new(&columns);
    for row in rows(script, small.playbook.as_ref(), Some(&ran)) {
        table.row(row);
    }
    let list = String::from_utf8(table.bytes()).unwrap();
    assert!(list.starts_with("number,") && list.contains(",state,sent_exercise,sent_real,reason\r\n"), "{list}");
    assert!(list.contains(",sent,15:30:30,10:00:30,\r\n"), "{list}");
    assert_eq!(taken(&list).of_a_run, ["state", "sent_exercise", "sent_real", "reason"]);
    assert!(into(&list, &small).same);
}
