//! Numbers in an exercise: nobody's stands on a screen, in a line, in what is printed or in the record, whatever list or policy it is
//! known from; names stay. In a live case all stand as they are.

use crate::contacts::lists::{NIGHT, read, trinity};
use crate::support::program::Home;
use crate::support::stage::Stage;
use breachbook::base::numbers::found_in;
use breachbook::base::{ItemId, RealNumbers};
use breachbook::contacts::Masks;
use breachbook::contacts::masked::MASKED;
use breachbook::playbook::bundled;
use breachbook::source::Source;

fn id(text: &str) -> ItemId {
    ItemId::new(text).unwrap()
}

fn masks(numbers: &[(&str, &str)]) -> Masks {
    Masks::new(numbers.iter().map(|(role, number)| (id(role), (*number).to_owned())))
}

#[test]
fn no_text_of_a_policy_keeps_a_number_and_names_stay() {
    for policy in bundled::index() {
        let policy = policy.id.as_str();
        let mut playbook = bundled::load_bundled(policy).unwrap().playbook.unwrap();
        playbook.letters = bundled::letters(policy);
        let printed: Vec<String> =
            playbook.roles.iter().flat_map(|role| &role.channels).map(|way| way.value.clone()).collect();
        let names: Vec<_> = playbook.roles.iter().map(|role| (role.id.clone(), role.printed_person.clone())).collect();
        let real = masks(&[]).playbook(&mut playbook);
        let all = format!("{playbook:?}");
        if let Some(place) = found_in(&all).into_iter().next() {
            panic!("{policy}: {} is left", &all[place]);
        }
        for value in printed {
            assert!(!all.contains(&value), "{policy}: {value}");
            assert!(real.has(&value), "{policy}: {value} is not known again");
        }
        let after: Vec<_> = playbook.roles.iter().map(|role| (role.id.clone(), role.printed_person.clone())).collect();
        assert_eq!(names, after, "{policy}");
    }
}

#[test]
fn a_clause_gives_the_number_of_the_simulation_cell_where_the_drill_has_one() {
    let mut playbook = bundled::load_bundled("modot").unwrap().playbook.unwrap();
    let caller =
        playbook.roles.iter().find(|role| role.channels.iter().any(|way| way.value == "573-751-7446")).unwrap();
    let (role, title) = (caller.id.to_string(), caller.title.clone());
    masks(&[(&role, "555-0142")]).playbook(&mut playbook);
    let instead = format!("555-0142 (simulation cell: {title})");
    assert_eq!(playbook.clause("P3a").unwrap().text, format!("The number of AI is {instead}."));
    assert_eq!(playbook.role(&role).unwrap().channels.iter().map(|way| &way.value).collect::<Vec<_>>(), [&instead]);
}

#[test]
fn a_role_without_any_printed_number_gets_that_of_the_drill() {
    let mut playbook = trinity();
    masks(&[("privacy_officer", "555-0142")]).playbook(&mut playbook);
    let shown: Vec<_> =
        playbook.role("privacy_officer").unwrap().channels.iter().map(|way| way.value.as_str()).collect();
    assert_eq!(shown, ["555-0142 (simulation cell: Privacy Officer)"]);
}

#[test]
fn the_phone_list_keeps_names_seats_and_absences_and_no_number() {
    let list = read(NIGHT);
    let mut real = RealNumbers::default();
    let masked = masks(&[]).phones(&list, &trinity(), &mut real);
    for (before, after) in list.list.parties.iter().zip(&masked.list.parties) {
        assert_eq!((&before.name, &before.away, &before.id), (&after.name, &after.away, &after.id));
        assert_eq!(before.channels.len(), after.channels.len(), "the tree can still be practised");
        assert!(after.channels.iter().all(|way| way.value == MASKED && way.verified.is_none()));
        assert!(before.channels.iter().all(|way| real.has(&way.value)));
    }
    assert_eq!((list.list.holders, masked.list.holders.clone()).0, masked.list.holders);
    assert!(found_in(&format!("{masked:?}")).is_empty(), "neither the text of the file nor a mistake keeps one");
}

#[test]
fn whoever_holds_a_role_with_a_number_of_the_drill_is_reached_there_alone() {
    let list = read(NIGHT);
    let held = list.list.holders.first().unwrap();
    let party = list.list.party(held.people[0].as_str()).unwrap();
    let masked = masks(&[(held.role.as_str(), "555-0142")]).phones(&list, &trinity(), &mut RealNumbers::default());
    let shown: Vec<_> = masked
        .list
        .party(party.id.as_str())
        .unwrap()
        .channels
        .iter()
        .map(breachbook::contacts::Channel::shown)
        .collect();
    let title = trinity().role_title(held.role.as_str()).to_owned();
    assert_eq!(shown, [format!("phone 555-0142 (simulation cell: {title})")]);
}

#[test]
fn a_number_of_a_file_with_a_mistake_in_it_is_not_shown_with_its_line() {
    let text = NIGHT.replacen("value = \"555-0103\"", "value = \"555-0103 or 555-0105\"", 1);
    let list = breachbook::contacts::load(Source::new("contacts.toml", text));
    assert!(!list.problems.is_empty());
    let masked = masks(&[]).phones(&list, &trinity(), &mut RealNumbers::default());
    assert!(found_in(&format!("{masked:?}")).is_empty(), "{masked:?}");
}

/// A home with the phone list beside its cases.
fn home_with_list() -> Home {
    let home = Home::new();
    std::fs::write(home.path().join("contacts.toml"), NIGHT).unwrap();
    home
}

const CALL: &str = "tell_privacy_officer";

#[test]
fn every_door_of_an_exercise_is_masked_and_that_of_a_live_case_is_not() {
    let home = home_with_list();
    let (exercise, live) = (home.start(&["--exercise"]), home.start(&[]));
    for command in [&["status"][..], &["status", "--json"], &["walk", "--plain"]] {
        let told = |case: &str| {
            let args = [&[command[0], case], &command[1..]].concat();
            home.type_into(&args, format!(":go {CALL}\n:call\n:contacts\n:why\n").as_bytes()).out
        };
        let masked = told(&exercise);
        assert!(found_in(&masked.replace(&exercise, "")).is_empty(), "{command:?}: {masked}");
        assert!(masked.contains(MASKED) && masked.contains("A. Ruiz"), "{command:?}: {masked}");
        let shown = told(&live);
        assert!(shown.contains("555-0101") && !shown.contains(MASKED), "{command:?}: {shown}");
    }
}

#[test]
fn a_call_under_a_real_number_is_refused_in_an_exercise_and_recorded_in_a_live_case() {
    let home = home_with_list();
    let (exercise, live) = (home.start(&["--exercise"]), home.start(&[]));
    // Of the list, of somebody else in it, written otherwise, with its kind.
    for number in ["555-0101", "555 0190", "mobile 555-0103", "+1 (573) 555-0104"] {
        let call = ["call", CALL, "reached", "--channel", number];
        let said = home.refused(&exercise, &call);
        assert!(said.contains("real number or address") && said.contains("EXERCISE"), "{said}");
        assert!(found_in(&said).is_empty(), "it is not said again: {said}");
        let said = home.refused(&exercise, &["contact", "privacy_officer", "--channel", number]);
        assert!(said.contains("real number or address"), "{said}");
    }
    home.record(&live, &["call", CALL, "no_answer", "--channel", "555-0101"]);
    home.record(&exercise, &["call", CALL, "no_answer"]);
    let log = home.log(&exercise);
    let called = log.iter().find(|entry| entry["kind"] == "called").unwrap();
    assert!(
        called["fields"]["channel"].as_str().unwrap().contains(MASKED),
        "what was shown is what was dialled: {called}"
    );
    assert_eq!(called["fields"]["person"], "A. Ruiz");
    home.record(&exercise, &["call", CALL, "reached", "--channel", "555-0142"]);
}

#[test]
fn a_number_that_the_policy_prints_is_known_again_without_a_phone_list() {
    let home = Home::new();
    let exercise = home.start_on("modot", &["--exercise"]);
    let said = home.refused(&exercise, &["contact", "ai", "--channel", "573 751 7446"]);
    assert!(said.contains("real number or address"), "{said}");
    let live = home.start_on("modot", &[]);
    home.record(&live, &["contact", "ai", "--channel", "573 751 7446"]);
}

#[test]
fn pages_printed_of_an_exercise_hold_no_number() {
    let home = home_with_list();
    for policy in ["modot", "shepherd", "msu", "morenet"] {
        let case = home.start_on(policy, &["--exercise"]);
        for what in ["action-record", "calls", "briefing"] {
            let ran = home.run(&["export", &case, "--what", what, "--as", "md", "--out", "-"]);
            assert_eq!(ran.code, 0, "{policy} {what}: {ran:?}");
            if let Some(place) = found_in(&ran.out).into_iter().next() {
                panic!("{policy} {what}: {}", &ran.out[place]);
            }
        }
    }
}

#[test]
fn the_screens_of_an_exercise_show_no_number_of_a_policy() {
    for policy in ["modot", "shepherd", "msu"] {
        let mut stage = Stage::home().chooses(policy).keys("t <enter>").at(120, 40);
        for key in ["g g", "<space>", "g s", "g c", "<enter>", "<esc> g t", "g r", "g p"] {
            stage = stage.keys(key).shows("EXERCISE");
            let text = stage.text();
            if let Some(place) = found_in(&text).into_iter().next() {
                panic!("{policy} after {key}: {}\n{text}", &text[place]);
            }
        }
    }
}
