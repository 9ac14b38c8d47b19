//! Filling in together: the questions of a step as one sheet, recorded in one piece.

use crate::support::say::{self, Deed, v};
use crate::support::stage::Stage;
use breachbook::base::FixedClock;
use breachbook::case::Fact;
use breachbook::session::Session;

/// The sheet of the step in which Trinity decides whether to escalate, opened from the tree of steps.
fn sheet() -> Stage {
    opened(Stage::trinity())
}

fn opened(stage: Stage) -> Stage {
    let mut stage = stage.keys("g s <home>");
    for _ in 0..40 {
        stage = stage.keys("b");
        if stage.text().contains("FILL IN TOGETHER · Decide whether to escalate") {
            return stage;
        }
        let away = if stage.text().contains("FILL IN TOGETHER") { "<esc> <down>" } else { "<down>" };
        stage = stage.keys(away);
    }
    panic!("there is no such step:\n{}", stage.text());
}

fn entries(stage: &Stage) -> usize {
    stage.app.case().unwrap().state().log.len()
}

fn last(stage: &Stage) -> Fact {
    stage.app.case().unwrap().state().log.last().unwrap().recorded.fact.clone()
}

#[test]
fn the_sheet_looks_as_it_was_drawn_at_three_sizes() {
    let mut stage = sheet().keys("n <enter> y <enter> u <enter> n <enter> n");
    insta::assert_snapshot!("together_80x24", stage.text());
    let mut stage = stage.at(60, 20);
    insta::assert_snapshot!("together_60x20", stage.text());
    let mut stage = stage.at(120, 40);
    insta::assert_snapshot!("together_120x40", stage.text());
}

#[test]
fn enter_takes_each_cell_and_after_the_last_row_records_all_in_one_piece() {
    let stage = sheet();
    let before = entries(&stage);
    let stage = stage.keys("n <enter> y <enter> u <enter> n <enter> y <enter>").shows("Not recorded yet: 5 answers");
    assert_eq!(entries(&stage), before, "nothing is recorded before the last row");
    let stage = stage.keys("\"about 40\" <enter>").shows("about 40").shows("record all that is filled in");
    let stage = stage.keys("<enter>").shows_not("FILL IN TOGETHER").shows("Together: 6 entries");
    assert_eq!(last(&stage), Fact::SheetEnded { rows: 6 });
    assert_eq!(entries(&stage), before + 7);
}

#[test]
fn rows_that_an_answer_switches_off_or_opens_do_so_at_once() {
    sheet()
        .shows("~ Are the contents")
        .keys("y <enter>")
        .shows("▸ ○ Are the contents")
        .keys("<up> <ctrl-u> n <enter>")
        .shows("- Are the contents")
        .shows("▸ ○ Are multiple individuals");
}

#[test]
fn only_a_whole_line_that_answers_is_taken_from_a_yes_no_cell() {
    for line in ["nobody knows yet", "yes I think", "unless it was sent", "no idea", "ja", "yy", "true", "?"] {
        let stage = sheet();
        let before = entries(&stage);
        let stage = stage.keys(&format!("\"{line}\" <enter>")).shows("Only y, n and u answer this.").shows(line);
        let stage = stage.keys("<ctrl-s>").shows("Only y, n and u answer this.");
        assert_eq!(entries(&stage), before, "{line}");
    }
    for line in ["y", "YES", "n", "No", "u", "unknown", "Not known yet", "-"] {
        sheet().keys(&format!("\"{line}\" <enter>")).shows("Not recorded yet: 1 answer");
    }
}

/// Sentences as people say them on the telephone.
const SAID: [&str; 12] = [
    "nobody knows yet",
    "no idea, ask the desk",
    "yes and no",
    "yesterday he said it was",
    "unless it was sent twice",
    "under no circumstances",
    "we are looking into it",
    "he is not sure",
    "ask me again at three",
    "it was the other list",
    "I think so",
    "perhaps",
];

#[test]
fn a_sentence_typed_at_any_speed_into_a_yes_no_cell_records_nothing() {
    let mut stage = sheet();
    let before = entries(&stage);
    // Words a minute: 8, 12, 20, 40, 80.
    for milliseconds in [1500, 1000, 600, 300, 150] {
        for said in SAID {
            stage = stage.types(&format!("\"{said}\" <enter>"), milliseconds).shows("Only y, n and u answer this.");
            stage = stage.shows("0 of").types("<ctrl-u>", milliseconds);
        }
    }
    assert_eq!(entries(&stage), before);
}

#[test]
fn what_was_typed_comes_back_after_escape_and_blank_rows_stay_open() {
    let stage = sheet().keys("n <enter> y <enter> <esc>").shows("The text is kept");
    let stage = opened(stage).shows("Not recorded yet: 2 answers").keys("<ctrl-s>");
    assert_eq!(last(&stage), Fact::SheetEnded { rows: 2 });
    opened(stage).shows("0 of 5 filled in").shows_not("Is this an e-mail").shows_not("Are multiple individuals");
}

#[test]
fn an_empty_sheet_records_nothing_and_says_so() {
    let stage = sheet();
    let before = entries(&stage);
    let stage = stage.keys("<ctrl-s>").shows("Nothing is filled in yet.");
    assert_eq!(entries(&stage), before);
}

#[test]
fn one_key_strikes_the_sheet_as_a_whole() {
    let stage = sheet().keys("n <enter> y <enter> <ctrl-s>");
    let stage = if matches!(last(&stage), Fact::SheetEnded { .. }) { stage.keys("<enter>") } else { panic!() };
    let stage = stage.keys("g g z");
    let Fact::StruckOut { of, .. } = last(&stage) else { panic!("{:?}", last(&stage)) };
    assert_eq!(of.len(), 3);
    opened(stage).shows("Is this an e-mail sent to the wrong recipient").shows("Are multiple individuals");
}

#[test]
fn what_somebody_else_recorded_meanwhile_is_told_and_not_replaced_unseen() {
    let stage = sheet().keys("n <enter> y <enter>");
    let case = stage.app.case().unwrap();
    let clock = FixedClock::at(case.now());
    let mut other = Session::open(case.folder().clone(), "A. Ruiz", Box::new(clock)).unwrap();
    let theirs = say::answer("multiple_individuals", "no");
    other.submit(&theirs).unwrap();
    let stage = stage.keys("<ctrl-s>").shows("A. Ruiz").shows("Nothing of yours is recorded yet");
    let stage = stage.keys("<ctrl-u> <ctrl-s>");
    assert!(matches!(last(&stage), Fact::Answered { .. }), "one row is recorded as it is");
}

/// The program started again after the disk kept of the last write only what stands before its last block.
fn cut_off(stage: Stage) -> Stage {
    let case = stage.app.case().unwrap().folder().path().to_owned();
    let journal = case.join("journals").read_dir().unwrap().next().unwrap().unwrap().path();
    let text = std::fs::read_to_string(&journal).unwrap();
    let seals: Vec<_> = text.match_indices("\nseal = ").map(|(at, _)| at + 1).collect();
    let end = seals[seals.len() - 2];
    let end = end + text[end..].find('\n').unwrap() + 1;
    let mut stage = stage.restarted();
    std::fs::write(&journal, &text[..end]).unwrap();
    stage.app.open_path(&case);
    stage
}

#[test]
fn a_sheet_that_was_cut_off_is_named_and_its_text_stands_in_the_cells_again() {
    let stage = sheet().keys("n <enter> y <enter> <ctrl-s>");
    let mut stage = cut_off(stage);
    let said = stage.text();
    assert!(said.contains("cut off"), "{said}");
    let stage = opened(stage.keys("<enter> <esc> <esc>")).shows("0 of").keys("<enter> <enter>");
    let stage = stage.shows("Not recorded yet: 2 answers").keys("<ctrl-s>");
    assert_eq!(last(&stage), Fact::SheetEnded { rows: 2 });
}

/// The sheet of the first step of Trinity's team, escalated.
fn first_step() -> Stage {
    let stage = Stage::trinity().keys(r#"/ "escalate to the data" <enter> 1 "Health data of pupils" <enter> <enter>"#);
    stage.keys(r#"/ "contain the breach" <enter> b"#).shows("FILL IN TOGETHER · Step 1")
}

const OF_STEP_1: [&str; 4] = ["contain_breach", "preserve_evidence", "preliminary_assessment", "ongoing_updates"];

/// What was said to have been done, task by task.
fn done(stage: &Stage) -> Vec<(String, String)> {
    let log = stage.app.case().unwrap().state().log.iter();
    let said = |fact: &Fact| match fact {
        Fact::TaskDone { task, value, .. } => Some((task.to_string(), value.clone())),
        _ => None,
    };
    log.filter_map(|row| said(&row.recorded.fact)).collect()
}

#[test]
fn an_open_task_is_a_row_whose_words_say_what_was_done() {
    let mut stage = first_step().shows("What was done to contain the breach, by whom, and when?");
    insta::assert_snapshot!("tasks_80x24", stage.text());
    let stage = stage.keys(r#""Mailbox locked by A. Ruiz, 02:05" <enter>"#).shows("Not recorded yet: 1 entry");
    let stage = stage.shows("✓ Contain the breach").keys(r#"<enter> "Three people, 12 files" <enter> <enter>"#);
    let last = stage.shows_not("FILL IN TOGETHER");
    let wanted =
        [("contain_breach", "Mailbox locked by A. Ruiz, 02:05"), ("preliminary_assessment", "Three people, 12 files")];
    assert_eq!(done(&last), wanted.map(|(task, words)| (task.to_owned(), words.to_owned())));
    // What was left blank is to do as before.
    last.keys(r#"/ "preserve" <enter> b"#).shows("○ Preserve").shows_not("Contain the breach");
}

#[test]
fn a_slip_in_the_cell_of_a_task_never_becomes_done() {
    for slip in [
        "y",
        "n",
        "u",
        "Y",
        "yes",
        "No",
        "unknown",
        "done",
        "Done.",
        "not known yet",
        "-",
        "1",
        "02:05",
        "not needed",
        "not done",
        "n/a",
        "x",
        "?",
        "...",
    ] {
        let stage = first_step();
        let before = entries(&stage);
        let refused = "Say what was done, in words; leave it blank if it is not done.";
        let stage =
            stage.keys(&format!("\"{slip}\" <enter>")).shows(refused).shows(slip).keys("<ctrl-s>").shows(refused);
        // Nor by going on and recording from another row.
        let stage = stage.keys(r#"<down> "Logs copied to a disk in the safe" <ctrl-s>"#).shows(refused);
        assert_eq!(entries(&stage), before, "{slip}");
        let stage = stage.keys("<ctrl-u> <ctrl-s>").shows_not("FILL IN TOGETHER");
        assert_eq!(done(&stage).len(), 1, "{slip}");
    }
}

#[test]
fn a_sentence_typed_in_the_cell_of_a_task_at_any_speed_is_recorded_only_as_its_words() {
    for (number, said) in SAID.into_iter().enumerate() {
        let stage = first_step();
        let before = entries(&stage);
        let milliseconds = [1500, 1000, 600, 300, 150][number % 5];
        let stage = stage.types(&format!("\"{said}\" <enter> <enter> <enter> <enter>"), milliseconds);
        assert_eq!(done(&stage), [(OF_STEP_1[0].to_owned(), said.to_owned())]);
        assert_eq!(entries(&stage), before + 1, "one row is recorded as it is");
    }
}

#[test]
fn a_task_of_which_is_first_to_be_found_whether_it_is_needed_is_left_to_its_card() {
    first_step().shows("~ Develop the communications").shows_not("ICT Incident Response Plan");
}

#[test]
fn the_tasks_of_a_readiness_review_are_left_to_their_cards() {
    let stage = Stage::home().starts("trinity_readiness").keys(r#"/ "who is the privacy officer" <enter> b"#);
    stage.shows("FILL IN TOGETHER").shows("0 of 2 filled in").shows_not("stands in for");
}

#[test]
fn tasks_that_fall_away_by_the_answers_do_so_at_once_and_their_words_are_not_left_behind() {
    let stage = Stage::home().starts("msu").keys(r#"/ "disconnect" <enter> b"#);
    let before = entries(&stage);
    let stage = stage.keys(r#""Unplugged by J. Doe" <enter> <enter> n <enter>"#).shows("✓ Disconnect");
    let stage = stage.keys("n <enter>").shows("- Disconnect").shows("Not recorded yet: 2 answers").keys("<ctrl-s>");
    let stage =
        stage.shows("By the other answers this does not apply. Nothing was recorded.").shows("Unplugged by J. Doe");
    assert_eq!(entries(&stage), before);
    let stage = stage.keys("<ctrl-u> <ctrl-s>").shows_not("FILL IN TOGETHER");
    assert_eq!((last(&stage), done(&stage)), (Fact::SheetEnded { rows: 2 }, Vec::new()));
}

/// The step of a notice at the university whose seven administrators decided to give it.
fn notice() -> Stage {
    let stage = Stage::home().starts("msu");
    let case = stage.app.case().unwrap();
    let mut other = Session::open(case.folder().clone(), "A. Ruiz", Box::new(FixedClock::at(case.now()))).unwrap();
    let seats =
        ["president", "vp_finance", "provost", "general_counsel", "vp_communications", "cio", "chief_of_police"];
    for seat in seats {
        let decided = say::decided("notify", "notify")
            .with(&v::decision::SEAT, seat)
            .with(&v::decision::REASON, "Names and numbers were read");
        other.submit(&decided).unwrap();
    }
    stage
        .after(60)
        .keys(r#"<esc> / "prepare the notice" <enter> <esc> / "insufficient contact" <enter> b"#)
        .shows("FILL IN TOGETHER")
}

#[test]
fn a_task_that_waits_for_other_rows_opens_once_they_are_filled_in() {
    let stage = notice().at(120, 40).shows("~ Prepare the notice").shows("~ Have the notice reviewed");
    let stage =
        stage.click("How does the notice describe the security").keys("\"Mail was read\" <enter> \"Names\" <enter>");
    let stage = stage.keys("n <enter> \"517-555-0100\" <enter>").shows("~ Prepare the notice");
    let stage =
        stage.keys("\"Watch your accounts\" <enter>").shows("▸ ○ Prepare the notice").shows("~ Have the notice");
    let stage = stage.keys("\"Letter drafted with IT\" <enter>").shows("~ Have the notice").keys("y <enter>");
    let stage =
        stage.shows("▸ ○ Have the notice").keys("\"Read by the provost\" <ctrl-s>").shows_not("FILL IN TOGETHER");
    let named: Vec<_> = done(&stage).into_iter().map(|(task, _)| task).collect();
    assert_eq!(named, ["prepare_notice", "review_notice"]);
}

#[test]
fn a_task_whose_ground_was_taken_away_again_is_refused_in_its_row_and_nothing_is_recorded() {
    let stage = notice().at(120, 40);
    let stage =
        stage.click("How does the notice describe the security").keys("\"Mail was read\" <enter> \"Names\" <enter>");
    let stage = stage.keys("n <enter> \"517-555-0100\" <enter> \"Watch your accounts\" <enter>");
    let before = entries(&stage);
    let stage =
        stage.keys("\"Letter drafted with IT\" <enter> <up> <up> <ctrl-u> <down>").shows("~ Prepare the notice");
    let stage =
        stage.keys("<ctrl-s>").shows("Nothing was recorded.").shows("still lacks").shows("Letter drafted with IT");
    assert_eq!(entries(&stage), before);
}

#[test]
fn a_task_that_waits_for_an_answer_below_it_is_recorded_in_one_piece_with_it() {
    let task = r#"
[[task]]
id = "image"
phase = "all"
title = "Copy the disk"
record = "Who copied it, and when?"
verb = "must"
after = "really"
after_say = "The examiner releases it first."
cite = "A-1"

[[question]]
id = "really""#;
    let every_kind = include_str!("../support/every_kind.toml");
    let playbook = every_kind.replacen("\n[[question]]\nid = \"really\"", task, 1);
    let stage = Stage::on(&playbook).keys(r#"/ "examiner released" <enter> b"#).shows("~ Copy the disk");
    let stage = stage.keys("y <enter>").shows("○ Copy the disk").keys(r#"<up> <up> "A. Ruiz, 02:05" <ctrl-s>"#);
    let stage = stage.shows_not("FILL IN TOGETHER");
    assert_eq!(done(&stage), [("image".to_owned(), "A. Ruiz, 02:05".to_owned())]);
    assert_eq!(last(&stage), Fact::SheetEnded { rows: 2 });
}

#[test]
fn what_somebody_else_did_meanwhile_is_told_and_their_words_are_not_replaced_unseen() {
    let stage = first_step().keys(r#""Mailbox locked" <enter> "Logs copied" <enter>"#);
    let case = stage.app.case().unwrap();
    let clock = FixedClock::at(case.now());
    let mut other = Session::open(case.folder().clone(), "A. Ruiz", Box::new(clock)).unwrap();
    let outcome = Deed::Done("Account closed".into());
    other.submit(&say::task("contain_breach", outcome)).unwrap();
    let stage =
        stage.keys("<ctrl-s>").shows("A. Ruiz").shows("Nothing of yours is recorded yet").shows("Mailbox locked");
    let stage = stage.keys("<ctrl-u> <ctrl-s>").shows_not("FILL IN TOGETHER");
    let said: Vec<_> = done(&stage).into_iter().map(|(_, words)| words).collect();
    assert_eq!(said, ["Account closed", "Logs copied"]);
}

#[test]
fn the_words_of_a_task_that_were_cut_off_stand_in_its_cell_again() {
    let stage = first_step().keys(r#""Mailbox locked" <enter> "Logs copied" <ctrl-s>"#);
    let stage = cut_off(stage).keys("<enter> <esc> <esc>");
    assert_eq!(done(&stage).len(), 2, "they stand in the log");
    let stage = stage.keys(r#"/ "contain the breach" <enter> b"#).shows("0 of 5 filled in").shows("Mailbox locked");
    let stage = stage.keys("<enter> <enter>").shows("Not recorded yet: 2 entries").keys("<ctrl-s>");
    assert_eq!(last(&stage), Fact::SheetEnded { rows: 2 });
}

#[test]
fn nothing_of_a_sheet_with_tasks_overflows_and_its_words_can_be_read_whole() {
    let words = "The mailbox was locked by A. Ruiz at 02:05, the link to the list was taken off the page at 02:07 and nobody opened it";
    for (columns, lines) in [(80, 24), (60, 20), (120, 40)] {
        let mut stage = first_step().at(columns, lines).keys(&format!("\"{words}\"")).shows(words);
        let text = stage.text();
        assert!(text.lines().all(|line| line.chars().count() <= columns.into()), "{text}");
    }
}
