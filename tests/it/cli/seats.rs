//! Who sat in a seat of a decision is said, or it is not stated: whoever writes it down is never taken for them.

use crate::support::program::{Home, of};

const WHY: [&str; 2] = ["--reason", "Health data of four people"];

#[test]
fn a_decision_says_who_sat_there_and_in_whose_place_through_every_door() {
    let (home, case) = Home::with_case();
    let who = ["--person", "Ana Ortiz", "--standing-in", "Kim Osei"];
    home.record(&case, &[&["decision", "escalate", "1"], &WHY[..], &who[..]].concat());
    let entry = home.log(&case).into_iter().find(|entry| entry["kind"] == "decided").unwrap();
    assert_eq!(entry["by"], "R. Okafor");
    assert_eq!(entry["fields"]["person"], "Ana Ortiz");
    assert_eq!(entry["fields"]["standing_in"], "Kim Osei");
    let log = home.run(&["log", &case]).out;
    assert!(
        log.contains("Escalate to the response team, Privacy Officer (Ana Ortiz, standing in for Kim Osei): ")
            && log.contains("written down by R. Okafor"),
        "{log}"
    );
    let seat = of(&home.status(&case), "decisions", "escalate")["seats"][0].clone();
    assert_eq!((&seat["person"], &seat["standing_in"]), (&"Ana Ortiz".into(), &"Kim Osei".into()), "{seat}");
}

#[test]
fn where_nobody_is_named_it_is_not_stated_and_the_recorder_is_not_taken_for_the_role() {
    let (home, case) = Home::with_case();
    home.record(&case, &[&["decision", "escalate", "1"], &WHY[..]].concat());
    let entry = home.log(&case).into_iter().find(|entry| entry["kind"] == "decided").unwrap();
    assert!(entry["fields"].get("person").is_none() && entry["fields"].get("standing_in").is_none(), "{entry}");
    let seat = of(&home.status(&case), "decisions", "escalate")["seats"][0].clone();
    assert_eq!((seat["recorded"].as_bool(), seat["person"].is_null()), (Some(true), true), "{seat}");
    let log = home.run(&["log", &case]).out;
    assert!(log.contains("Privacy Officer: Health data") && log.contains("written down by R. Okafor"), "{log}");
}

#[test]
fn somebody_stands_in_for_another_person_and_is_named() {
    let (home, case) = Home::with_case();
    let alone = [&["decision", "escalate", "1"], &WHY[..], &["--standing-in", "Kim Osei"]].concat();
    let refused = home.refused(&case, &alone);
    assert!(refused.contains("Somebody stood in for Kim Osei") && refused.contains("--person NAME"), "{refused}");
    let same = [&alone[..], &["--person", "Kim Osei"]].concat();
    assert!(home.refused(&case, &same).contains("cannot stand in for themselves"));
}

#[test]
fn the_walk_names_whoever_was_reached_as_the_role_and_takes_nobody_unasked() {
    let (home, case) = Home::with_case();
    home.record(&case, &["call", "tell_privacy_officer", "reached", "--person", "Ana Ortiz"]);
    let said = |lines: &str| {
        let walk = home.walk(&case, lines);
        let decided = home.log(&case).into_iter().rfind(|entry| entry["kind"] == "decided").unwrap();
        let text = |key: &str| decided["fields"][key].as_str().map(str::to_owned);
        (walk.out, text("person"), text("standing_in"))
    };
    let (out, person, other) = said(":go escalate\n1\nHealth data\n");
    assert!(out.contains("Privacy Officer may be Ana Ortiz (reached "), "{out}");
    assert_eq!((person, other), (None, None));
    let (out, person, other) =
        said(":go escalate\n:person Ana Ortiz standing in for Kim Osei\n2\nContained after all\n");
    assert!(out.contains("The next decision was taken by: Ana Ortiz, standing in for Kim Osei"), "{out}");
    assert_eq!((person.as_deref(), other.as_deref()), (Some("Ana Ortiz"), Some("Kim Osei")));
}
