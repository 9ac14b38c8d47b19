//! One incident through each of the three doors: the screen, the plain walk, the command line. Times and the names of runs
//! aside, the entries are equal, because all three build the same commands from the same typed words.

use crate::support::program::Home;
use crate::support::stage::Stage;
use breachbook::store::CaseFolder;
use std::path::Path;

/// Kind and fields of every entry in the only case of a library.
fn entries(cases: &Path) -> Vec<(String, Vec<String>)> {
    let case = std::fs::read_dir(cases).unwrap().next().unwrap().unwrap().path();
    let journals = CaseFolder::open(&case).unwrap().read().unwrap();
    let ordered = journals.order();
    let entries = ordered.entries.iter().map(|sealed| &sealed.entry);
    entries
        // The title is typed at the start of each; everything after it is compared.
        .filter(|entry| !["opened", breachbook::journal::CLEAN_END].contains(&entry.kind.as_str()))
        .map(|entry| {
            let fields = entry.fields.iter().map(|(key, field)| format!("{key} = {field:?}"));
            (entry.kind.clone(), fields.collect())
        })
        .collect()
}

fn on_the_screen() -> Vec<(String, Vec<String>)> {
    let stage = Stage::trinity()
        .keys(r#"1 <enter>  <enter> "about 2026-01-10T02:00:00Z" <enter>"#)
        .keys(r#"<enter> 2 5 <enter>  <enter> "unknown" <enter>  <enter> "one" <ctrl-j> "two" <enter>"#)
        .keys(
            r#"<enter> 1 <enter>  <enter> "A. Ruiz, office" <enter>  y <enter>  <enter> 5 <enter>  <enter> 2 <enter>"#,
        )
        .keys(r#"1 "By its words" <enter>  y <enter> n <enter> u <enter>  y <enter>"#)
        .shows("Does the recipient agree to delete the e-mail?")
        .keys(r#"w <enter> "She is at home until nine." <enter>  y <enter>  n <enter> n <enter> n <enter> u <enter>"#)
        .keys(r#"2 "It will be deleted." <enter>"#)
        .shows("WHAT CHANGED")
        .keys("<enter>")
        .keys(r#"<enter> "A list went to the wrong parent." <enter>"#)
        .keys(r#"o "M. Ito" <enter>"#)
        .shows("M. Ito");
    entries(&stage.library().join("cases"))
}

/// What the screen was told, as arguments of `record`.
const RECORDED: [&[&str]; 24] = [
    &["call", "tell_privacy_officer", "reached"],
    &["answer", "discovered_at", "about 2026-01-10T02:00:00Z"],
    &["answer", "information_type", "political, health"],
    &["answer", "cause_and_extent", "unknown"],
    &["answer", "context", "one\ntwo"],
    &["answer", "how_discovered", "staff"],
    &["answer", "discovered_by", "A. Ruiz, office"],
    &["answer", "about_people", "yes"],
    &["answer", "what_happened", "disclosed"],
    &["answer", "whose_information", "students_parents"],
    &["decision", "breach_occurred", "has_occurred", "--reason", "By its words"],
    &["answer", "missent_email", "y"],
    &["answer", "content_sensitive", "n"],
    &["answer", "recalled", "u"],
    &["answer", "recipient_contacted", "y"],
    &["note", "She is at home until nine.", "--about", "recipient_agrees_delete"],
    &["answer", "recipient_agrees_delete", "yes"],
    &["answer", "multiple_individuals", "no"],
    &["answer", "serious_harm", "no"],
    &["answer", "systemic_problem", "no"],
    &["answer", "media_attention", "unknown"],
    &["decision", "escalate", "2", "--reason", "It will be deleted."],
    &["answer", "ne_description", "A list went to the wrong parent."],
    &["handover", "M. Ito"],
];

/// The same, a line at a time.
const WALKED: &str = "1\n\n\n\nabout 2026-01-10T02:00:00Z\n2, 5\nunknown\n:text\none\ntwo\n.\n1\nA. Ruiz, office\ny\n5\n2\n\
    1\nBy its words\ny\nn\nu\ny\n:note She is at home until nine.\ny\nn\nn\nn\nu\n2\nIt will be deleted.\n\
    A list went to the wrong parent.\n:handover M. Ito\n:quit\n";

#[test]
fn the_same_incident_leaves_the_same_entries_through_each_of_the_three_doors() {
    let screen = on_the_screen();
    let (by_record, by_walk) = (Home::new(), Home::new());
    let case = by_record.start(&[]);
    for arguments in RECORDED {
        by_record.record(&case, arguments);
    }
    let case = by_walk.start(&[]);
    let walked = by_walk.walk(&case, WALKED);
    assert_eq!((walked.code, walked.err.as_str()), (0, ""), "{}", walked.out);
    for (door, entries) in [("record", entries(&by_record.cases())), ("walk", entries(&by_walk.cases()))] {
        for (at, (one, other)) in screen.iter().zip(&entries).enumerate() {
            assert_eq!(one, other, "entry {} on the screen and through `{door}`", at + 1);
        }
        assert_eq!(screen.len(), entries.len(), "through `{door}`");
    }
}

/// The same few acts by keys, by the mouse alone, and a line at a time.
const ACTS: [(&str, &[&str], &str); 6] = [
    ("1 <enter>", &["1 reached", "Enter record"], "1\n\n\n\n"),
    (
        "<down> <enter> 2 5 <enter>",
        &["What type of personal", "Enter choose", "2 Political", "5 Health", "Enter record"],
        ":go information_type\n2, 5\n",
    ),
    ("<down> <down> 2 <enter>", &["How did the suspected", "2 The College", "Enter record"], ":go how_discovered\n2\n"),
    (
        r#"/ "about human" <enter> y <enter>"#,
        &["Is any of the information", "y yes", "Enter record"],
        ":go about_people\ny\n",
    ),
    ("z", &["z strike out"], ":strike\n"),
    ("u <enter>", &["u not known yet", "Enter record"], ":go about_people\nu\n"),
];

/// Entries as they are compared: what is struck bears the name of its run.
fn unnamed(cases: &Path) -> Vec<(String, Vec<String>)> {
    let mut entries = entries(cases);
    for (_, fields) in entries.iter_mut().filter(|(kind, _)| kind == "struck_out") {
        fields.retain(|field| !field.starts_with("of = "));
    }
    entries
}

#[test]
fn keys_the_mouse_alone_a_terminal_without_colours_and_the_walk_leave_equal_logs() {
    let by_keys = |stage: Stage| ACTS.iter().fold(stage, |stage, (keys, ..)| stage.keys(keys));
    let cases = |stage: &Stage| unnamed(&stage.library().join("cases"));
    let colours = cases(&by_keys(Stage::trinity()));
    assert_eq!(colours.len(), ACTS.len());
    let plain = cases(&by_keys(Stage::ascii()));
    let begun = Stage::home().click("Trinity Lutheran College").click("Trinity Lutheran College").click("Enter start");
    let clicks = ACTS.iter().flat_map(|(_, clicks, _)| *clicks);
    let mouse = cases(&clicks.fold(begun, |stage, text| stage.click(text)));
    let home = Home::new();
    let walked = home.walk(&home.start(&[]), &ACTS.map(|(.., lines)| lines).concat());
    assert_eq!((walked.code, walked.err.as_str()), (0, ""), "{}", walked.out);
    for (door, entries) in [("without colours", plain), ("mouse", mouse), ("walk", unnamed(&home.cases()))] {
        for (at, (one, other)) in colours.iter().zip(&entries).enumerate() {
            assert_eq!(one, other, "entry {} by keys and by {door}", at + 1);
        }
        assert_eq!(colours.len(), entries.len(), "{door}");
    }
}
