//! Something real happens during an exercise: it stands still at once from whichever door, a word ends it, Esc was a slip, and the
//! real case is new and empty.

use crate::support::program::{Home, Ran};
use crate::support::stage::Stage;
use breachbook::case::Fact;
use breachbook::journal::Mode;
use breachbook::session::Session;

/// Of what is in a journal: each `real_event` by its step, words and case.
fn events(home: &Home, case: &str) -> Vec<(String, Option<String>, Option<String>)> {
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    let log = home.log(case);
    let events = log.iter().filter(|entry| entry["kind"] == "real_event");
    events
        .map(|entry| {
            let fields = &entry["fields"];
            (text(&fields["step"]).unwrap(), text(&fields["words"]), text(&fields["case"]))
        })
        .collect()
}

fn event(step: &str, words: Option<&str>, case: Option<&str>) -> (String, Option<String>, Option<String>) {
    (step.to_owned(), words.map(str::to_owned), case.map(str::to_owned))
}

fn only_live(home: &Home) -> String {
    let names = std::fs::read_dir(home.cases()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let live: Vec<_> = names.filter(|name| !name.starts_with("ex-")).collect();
    assert_eq!(live.len(), 1, "{live:?}");
    live[0].clone()
}

/// Nothing that was typed in the exercise is in any file of the live case.
fn holds_nothing_of(home: &Home, live: &str, words: &[&str]) {
    let mut folders = vec![home.cases().join(live)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
                continue;
            }
            let bytes = std::fs::read(&entry).unwrap();
            for word in words {
                let found = bytes.windows(word.len()).any(|part| part == word.as_bytes());
                assert!(!found, "{word} is in {}", entry.display());
            }
        }
    }
}

#[test]
fn commands_stop_an_exercise_and_end_it_and_a_live_case_refuses_them() {
    let home = Home::new();
    let (exercise, live) = (home.start(&["--exercise"]), home.start(&[]));
    let said = home.refused(&live, &["real-event"]);
    assert!(said.contains("LIVE"), "{said}");
    assert!(home.refused(&live, &["real-event", "REAL"]).contains("LIVE"));
    assert!(home.refused(&exercise, &["real-event", "slip"]).contains("Nobody has stopped"));
    home.record(&exercise, &["real-event"]);
    assert!(home.refused(&exercise, &["real-event"]).contains("stands still already"));
    assert!(home.refused(&exercise, &["real-event", "really"]).contains("neither"));
    home.record(&exercise, &["real-event", "slip"]);
    home.record(&exercise, &["real-event"]);
    let ran: Ran = home.record(&exercise, &["real-event", "no  duff"]);
    assert!(ran.err.contains("REAL EVENT. The exercise has ended.") && ran.err.contains("--real-event"), "{ran:?}");
    assert!(home.refused(&exercise, &["real-event", "slip"]).contains("ended already"));
    let begun = home.start(&["--real-event", &exercise]);
    assert_eq!(
        events(&home, &exercise),
        [
            event("stopped", None, None),
            event("slip", None, None),
            event("stopped", None, None),
            event("real", Some("NO DUFF"), None),
            event("real", None, Some(&begun)),
        ]
    );
    assert!(home.log(&begun).iter().all(|entry| entry["kind"] != "real_event"), "the live case notes nothing");
    holds_nothing_of(&home, &begun, &[&exercise]);
}

#[test]
fn one_line_in_the_walk_stops_it_and_begins_a_real_case_with_nothing_of_the_exercise() {
    let home = Home::new();
    let exercise = home.start(&["--exercise"]);
    let lines = ":note\nA note of tonight's play\n.\n!\nperhaps\nREAL\nM. Ito\n:note\nIt is real\n.\n:quit\n";
    let ran = home.walk_as("P. Layer", &exercise, lines);
    for said in
        ["REAL EVENT? The exercise stands still.", "neither that it is real", "REAL EVENT. The exercise has ended."]
    {
        assert!(ran.out.contains(said), "{said}: {}", ran.out);
    }
    let live = only_live(&home);
    assert!(ran.out.contains(&format!("LIVE. The case is kept in {live}.")), "{}", ran.out);
    assert_eq!(home.status(&live)["mode"], "live");
    assert_eq!(
        events(&home, &exercise),
        [event("stopped", None, None), event("real", Some("REAL"), None), event("real", None, Some(&live))]
    );
    let log = home.log(&live);
    assert!(log.iter().all(|entry| entry["by"] == "M. Ito"), "{log:?}");
    holds_nothing_of(&home, &live, &["P. Layer", "tonight's play", &exercise]);
}

#[test]
fn an_empty_line_in_the_walk_was_a_slip_and_the_item_is_asked_again() {
    let home = Home::new();
    let exercise = home.start(&["--exercise"]);
    let ran = home.walk(&exercise, "!\n\n:quit\n");
    assert!(ran.out.contains("A slip."), "{}", ran.out);
    assert_eq!(events(&home, &exercise), [event("stopped", None, None), event("slip", None, None)]);
    // In a live case the sign is a line like any other.
    let live = home.start(&[]);
    let ran = home.walk(&live, "!\n:quit\n");
    assert!(!ran.out.contains("REAL EVENT") && home.log(&live).iter().all(|entry| entry["kind"] != "real_event"));
}

/// What the open exercise says of real events.
fn steps(stage: &Stage) -> Vec<&'static str> {
    let state = stage.app.case().unwrap().state();
    let events = state.log.iter().filter_map(|row| match &row.recorded.fact {
        Fact::RealEvent { step, .. } => Some(step.word()),
        _ => None,
    });
    events.collect()
}

#[test]
fn the_key_stops_the_exercise_from_every_screen_before_anything_is_asked() {
    for keys in ["", "g s", "g c", "g t", "g r", "g p", "g h", "?", ": <esc>", "w <esc>", "w"] {
        let stage = Stage::home().keys("t <enter>").keys(keys).keys("!");
        let stage = stage.shows("REAL EVENT? The exercise stands still.").shows("EXERCISE");
        assert_eq!(steps(&stage), ["stopped"], "after {keys}");
        let stage = stage.keys("<esc>").shows("A slip.");
        assert_eq!(steps(&stage), ["stopped", "slip"], "after {keys}");
    }
}

#[test]
fn a_live_case_knows_no_such_key() {
    let stage = Stage::trinity().keys("!").shows_not("stands still");
    assert_eq!(steps(&stage), [""; 0]);
}

#[test]
fn typed_words_end_it_and_the_next_key_begins_a_live_case_with_nothing_carried_over() {
    let stage = Stage::home().keys("t <enter>");
    let exercise = stage.app.case().unwrap().folder().clone();
    let policy = stage.app.case().unwrap().playbook().id.clone();
    // A text that is kept for later in the exercise.
    let stage = stage.keys(r#"w "of the exercise" <esc>"#);
    let stage = stage.keys(r#"! "perhaps" <enter>"#).shows("Only REAL or NO DUFF");
    let stage = stage.keys(r#"<ctrl-u> "real" <enter>"#).shows("REAL EVENT. The exercise has ended.");
    assert_eq!(steps(&stage), ["stopped", "real"]);
    let stage = stage.keys("<enter>").shows("New incident: LIVE").shows_not("EXERCISE").shows_not("R. Okafor");
    let stage = stage.keys(r#"<ctrl-u> "M. Ito" <enter>"#).shows("LIVE").shows_not("EXERCISE");
    let live = stage.app.case().unwrap();
    assert_eq!((live.mode(), &live.playbook().id, live.person()), (Mode::Live, &policy, "M. Ito"));
    assert_eq!(live.state().log.len(), 1, "it is opened, and nothing else is in it");
    let name = live.folder().name();
    let stage = stage.keys("w").shows_not("of the exercise").keys("<esc>");
    let clock = breachbook::base::FixedClock::at(stage.app.case().unwrap().now());
    let exercise = Session::open(exercise, "", Box::new(clock)).unwrap();
    let noted = exercise
        .state()
        .log
        .iter()
        .any(|row| matches!(&row.recorded.fact, Fact::RealEvent { case: Some(case), .. } if *case == name));
    assert!(noted, "the exercise notes the folder of the live case");
    assert!(
        stage.app.case().unwrap().state().log.iter().all(|row| !matches!(row.recorded.fact, Fact::RealEvent { .. }))
    );
}

#[test]
fn every_other_screen_and_walk_of_the_exercise_shows_that_it_has_ended() {
    use breachbook::record::verbs::real_event;
    let stage = Stage::home().keys("t <enter>");
    let folder = stage.app.case().unwrap().folder().clone();
    let clock = || Box::new(breachbook::base::FixedClock::at(stage.app.case().unwrap().now()));
    let mut other = Session::open(folder, "M. Ito", clock()).unwrap();
    other.submit(&real_event::stop()).unwrap();
    let stage = stage.keys("w").after(1).shows("REAL EVENT? The exercise stands still.");
    other.submit(&real_event::say("REAL")).unwrap();
    let stage = stage.after(1).shows("REAL EVENT. The exercise has ended.");
    // A key leaves it, and nothing is begun from here.
    stage.keys("x").shows_not("REAL EVENT").shows("no case is open");
}

#[test]
fn a_note_that_sounds_as_if_something_real_happened_is_answered_with_the_key_for_it() {
    let home = Home::new();
    let (exercise, live) = (home.start(&["--exercise"]), home.start(&[]));
    let told = |case: &str| home.record(case, &["note", "This is NOT a drill, the corridor is full of smoke"]).out;
    assert!(told(&exercise).contains("If it is real, press !."), "{}", told(&exercise));
    assert!(!told(&live).contains("press !"));
    assert!(!home.record(&exercise, &["note", "A quiet afternoon"]).out.contains("press !"));
}

/// An own playbook had to be found again by hand: the exercise holds it.
#[test]
fn the_live_case_has_the_own_playbook_that_was_practised() {
    let home = Home::new();
    let own = breachbook::playbook::bundled::bundled_source("trinity").unwrap().text;
    let own = own.replacen("id = \"trinity\"", "id = \"our_school\"", 1);
    let path = home.path().join("ours.toml");
    std::fs::write(&path, own).unwrap();
    let exercise = home.start_on(path.to_str().unwrap(), &["--exercise"]);
    // Where it lay when the exercise began, it is not any more.
    std::fs::remove_file(&path).unwrap();
    home.record(&exercise, &["real-event"]);
    let ran = home.record(&exercise, &["real-event", "REAL"]);
    assert!(ran.err.contains(&format!("breachbook start --real-event {exercise}")), "{ran:?}");
    let ran = home.run(&["start", "--real-event", &exercise]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let live = only_live(&home);
    assert_eq!(home.status(&live)["playbook"]["id"], "our_school");
    assert_eq!(home.run(&["verify", &live]).code, 0);
    // The walk, and the full screen, begin it without asking for a policy.
    let second = home.start_on(home.cases().join(&live).join("playbook/ours.toml").to_str().unwrap(), &["--exercise"]);
    let ran = home.walk_as("P. Layer", &second, "!\nREAL\nM. Ito\n:quit\n");
    assert!(ran.out.contains("LIVE. The case is kept in "), "{}", ran.out);
    let third = home.start_on(home.cases().join(&live).join("playbook/ours.toml").to_str().unwrap(), &["--exercise"]);
    let mut stage = Stage::home();
    stage.app.open_path(&home.cases().join(&third));
    let stage = stage.keys(r#"<enter> ! "REAL" <enter> <enter>"#).shows("New incident: LIVE");
    let stage = stage.keys(r#"<ctrl-u> "M. Ito" <enter>"#).shows("LIVE").shows_not("EXERCISE");
    let case = stage.app.case().unwrap();
    assert_eq!((case.mode(), case.playbook().id.as_str()), (Mode::Live, "our_school"));
}
