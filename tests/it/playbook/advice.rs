//! Advice that an author can follow: one mistake gives one problem, at its own place, with what to write instead.

use breachbook::playbook::load;
use breachbook::source::Source;

pub const SMALL: &str = r#"
schema = 1
[playbook]
id = "small"
title = "Small"
jurisdiction = "US"
source = { title = "T", organisation = "O" }
[clauses]
a = { at = "1", text = "Look and tell." }
[[phase]]
id = "p"
title = "P"
[[role]]
id = "desk"
title = "Desk"
channels = [{ kind = "email", value = "desk@example.org" }]
cite = "a"
[[question]]
id = "breach"
phase = "p"
ask = "Is it a breach?"
answer = "yes_no"
cite = "a"
[[question]]
id = "sites"
phase = "p"
ask = "Which sites?"
answer = "places"
cite = "a"
[[call]]
id = "tell"
phase = "p"
title = "Tell the desk"
verb = "shall"
role = "desk"
cite = "a"
[[clock]]
id = "telling"
title = "Telling"
word = "soon"
cite = "a"
"#;

/// The messages and advice on a playbook in which one text is exchanged.
fn said(from: &str, to: &str) -> Vec<(String, String)> {
    assert!(SMALL.contains(from), "{from}");
    let loaded = load(&[Source::new("small.toml", SMALL.replacen(from, to, 1))]);
    let said = loaded.problems.iter().map(|problem| (problem.message.clone(), problem.advice().to_owned()));
    said.collect()
}

#[test]
fn a_mailbox_needs_nobody_who_stands_in_and_a_plan_without_numbers_no_counts() {
    assert_eq!(said("schema = 1", "schema = 1"), []);
}

#[test]
fn words_of_other_languages_in_a_condition_get_advice_that_works() {
    let advice = |condition: &str| {
        let found = said("[[call]]\n", &format!("[[call]]\nwhen = '{condition}'\n"));
        assert_eq!(found.len(), 1, "{condition}: {found:?}");
        found[0].1.clone()
    };
    assert_eq!(advice("not breach"), "`not` is written `!`, in front of the name.");
    assert_eq!(advice("not (breach)"), "`not` is written `!`, in front of the name.");
    assert!(advice("sites contains \"Hill\"").contains("`\"option\" in question`"));
    let found = advice("\"Hill\" in sites");
    assert!(found.contains("has(sites)"), "{found}");
    // What is advised can be used.
    assert_eq!(said("[[call]]\n", "[[call]]\nwhen = '!breach && has(sites)'\n"), []);
}

#[test]
fn a_value_of_a_wrong_type_is_one_problem_and_not_taken_for_a_missing_one() {
    for (key, value) in [("limit_hours", "'72'"), ("limit_hours", "0"), ("limit_hours", "1.5")] {
        let found = said("word = \"soon\"", &format!("word = \"soon\"\nbasis = \"law\"\n{key} = {value}"));
        assert_eq!(found.len(), 1, "{key} = {value}: {found:?}");
    }
    let found = said("word = \"soon\"", "word = \"soon\"\nlimit_hours = 72\nbasis = \"statute\"");
    assert_eq!(found.len(), 1, "{found:?}");
    let found = said("[[phase]]\n", "[[phase]]\nheld_when = \"breach\"\nheld_say = 5\n");
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn one_pair_of_brackets_too_few_is_shown_where_it_is() {
    let text = SMALL.replacen("[[question]]", "[question]", 1);
    let loaded = load(&[Source::new("small.toml", text.clone())]);
    let [problem] = loaded.problems.as_slice() else { panic!("{:?}", loaded.problems) };
    assert_eq!(&text[problem.span.start..problem.span.end], "[question]");
    assert!(problem.advice().contains("`[[question]]`"), "{}", problem.advice());
}
