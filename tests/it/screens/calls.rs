//! Calls.

use crate::support::stage::Stage;

const LIST: &str = r#"
schema = 1
[list]
title = "Example college"
playbooks = ["trinity"]
[[person]]
id = "a"
name = "Robin Vale"
channels = [{ kind = "mobile", value = "555-0147" }, { kind = "home", value = "555-0149" }]
[[person]]
id = "b"
name = "Kim Osei"
channels = [{ kind = "desk", value = "555-0148" }]
[[person]]
id = "c"
name = "Dean Marsh"
channels = [{ kind = "desk", value = "555-0146" }]
[[holder]]
role = "deputy"
people = ["a"]
[[holder]]
role = "business_manager"
people = ["b"]
[[holder]]
role = "principal"
people = ["c"]
"#;

/// A case with a phone list beside it.
fn stage() -> Stage {
    let stage = Stage::home();
    std::fs::write(stage.library().join("contacts.toml"), LIST).unwrap();
    stage.starts("trinity").keys("g c")
}

#[test]
fn a_digit_opens_the_form_of_the_call_with_that_outcome_and_the_card_tells_it_afterwards() {
    let stage = stage().shows("CALL").shows("1 reached   2 voicemail left   3 no answer   Enter other ways");
    let stage = stage.keys("3").shows("(•) 3 No answer").keys("<ctrl-s>");
    stage.shows("Before   02:13  Privacy Officer: no answer").shows("✓ k4-2 02:13  No answer: Privacy Officer");
}
