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

#[test]
fn a_key_of_another_format_leads_to_the_key_of_its_purpose_and_never_to_one_that_only_looks_alike() {
    for (from, to, advice) in [
        ("verb = \"shall\"", "verb = \"shall\"\ndeputies = [\"desk\"]", "The key for that is `alternates` here."),
        ("word = \"soon\"", "word = \"soon\"\nstarts_at = \"breach\"", "The key for that is `from` here."),
        ("answer = \"places\"", "type = \"places\"", "The key for that is `answer` here."),
        ("answer = \"places\"", "anwser = \"places\"", "Did you mean `answer`?"),
    ] {
        let found = said(from, to);
        let advised: Vec<_> = found.iter().map(|(_, advice)| advice.as_str()).collect();
        assert_eq!(advised, [advice], "{to}");
    }
    // Months are no minutes.
    let task = "[[task]]\nid = \"t\"\nphase = \"p\"\ntitle = \"T\"\nrecord = \"What?\"\nverb = \"do\"\ncite = \"a\"\n";
    let found = said("[[call]]\n", &format!("{task}every_minutes = 30\n[[call]]\n"));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(!found[0].1.contains("every_months`?"), "{found:?}");
}

#[test]
fn warnings_stand_beside_errors_but_for_what_an_error_may_have_hidden() {
    let codes = |text: &str| -> Vec<&str> {
        load(&[Source::new("small.toml", text)]).problems.iter().map(|problem| problem.code.word()).collect()
    };
    let plain = SMALL.replacen("channels = [{ kind = \"email\", value = \"desk@example.org\" }]\n", "", 1);
    let idle = plain.replacen("[[phase]]", "b = { at = \"2\", text = \"Nobody does it.\" }\n[[phase]]", 1);
    assert_eq!(codes(&idle), ["clause-not-cited", "no-alternate"]);
    // A role that is misspelt in a task says nothing of clauses and stand-ins.
    let wrong = idle.replacen("word = \"soon\"", "word = 5", 1);
    assert_eq!(codes(&wrong), ["clause-not-cited", "no-alternate", "wrong-type"]);
    // A citation that is misspelt would make its clause look idle; the stand-ins are as they were.
    let wrong = idle.replacen("word = \"soon\"\ncite", "word = \"soon\"\ncites", 1);
    assert_eq!(codes(&wrong), ["no-alternate", "unknown-key"]);
    let wrong = idle.replacen("role = \"desk\"", "role = \"deks\"", 1);
    assert!(!codes(&wrong).contains(&"no-alternate") && !codes(&wrong).contains(&"unused-role"));
    // A table that nobody knows may hold anything.
    let wrong = idle.replacen("[[clock]]", "[[timepiece]]", 1);
    assert_eq!(codes(&wrong), ["unknown-key"]);
}
