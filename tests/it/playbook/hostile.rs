//! Files that were written to harm: reading them ends soon, in an error, and never in a panic.

use breachbook::playbook;
use breachbook::source::Source;
use proptest::prelude::*;
use std::fmt::Write as _;

const GOOD: &str = include_str!("../../playbooks/good/library.toml");

fn sources(text: impl Into<String>) -> [Source; 1] {
    [Source::new("x.toml", text)]
}

/// Texts that grow in the reader, each within the limit of a file.
fn bombs() -> Vec<(&'static str, String)> {
    let repeat = |unit: &str| unit.repeat((512 * 1024 - 1024) / unit.len());
    let numbered = |unit: fn(usize) -> String| {
        let mut text = String::from(GOOD);
        for n in 0.. {
            let next = unit(n);
            if text.len() + next.len() > 512 * 1024 {
                break;
            }
            let _ = write!(text, "{next}");
        }
        text
    };
    vec![
        ("open brackets", repeat("[")),
        ("nested arrays", format!("a = {}", repeat("["))),
        ("nested tables", format!("a = {}", repeat("{a="))),
        ("dotted keys", format!("{}b = 1", repeat("a."))),
        ("dotted headers", format!("[{}b]", repeat("a."))),
        ("quotes", repeat("\"")),
        ("keys", numbered(|n| format!("k{n}=1\n"))),
        ("headers", numbered(|n| format!("[t{n}]\n"))),
        ("same headers", numbered(|_| "[[role]]\n".to_owned())),
        ("clauses cited", format!("{GOOD}\n[[readiness]]\nid=\"z\"\ntitle=\"z\"\ncite=[{}]", "\"x1\",".repeat(80_000))),
        ("mistyped roles", numbered(|n| format!("[[task]]\nid=\"t{n:060}\"\nphase=\"{n:060}\"\nrole=\"{n:060}\"\n"))),
        (
            "tried combinations",
            numbered(|n| {
                format!(
                    "[[task]]\nid=\"t{n}\"\nphase=\"assess\"\ntitle=\"t\"\nrecord=\"What?\"\nverb=\"do\"\ncite=\"B-1\"\n\
                     when='seen_by_others && \"names\" in fields && affected > 3 && affected < 90 && way == \"mail\" && exposed_for > days(3)'\n"
                )
            }),
        ),
        (
            "a chain of conditions",
            numbered(|n| {
                format!(
                    "[[task]]\nid=\"t{:04}\"\nphase=\"assess\"\ntitle=\"t\"\nrecord=\"What?\"\nverb=\"do\"\ncite=\"B-1\"\nwhen=\"task.t{:04}\"\n",
                    9000 - n,
                    9001 - n
                )
            }),
        ),
        (
            "a long condition",
            format!(
                "{GOOD}\n[[faq]]\nid=\"z\"\nask=\"z\"\ntext=\"z\"\ncite=\"B-1\"\nwhen=\"{}\"",
                "!(".repeat(200_000)
            ),
        ),
    ]
}

/// Large, but nothing is wrong with them.
const SOUND: [&str; 2] = ["tried combinations", "a chain of conditions"];

#[test]
fn a_file_made_to_grow_is_read_or_refused_within_bounds() {
    for (name, text) in bombs() {
        assert!(text.len() <= 512 * 1024, "{name}: {}", text.len());
        let sources = sources(text);
        let loaded = playbook::load(&sources);
        let refused = loaded.problems.iter().any(breachbook::source::Problem::is_error);
        assert!(refused || SOUND.contains(&name), "{name}");
        assert!(loaded.problems.len() <= 201, "{name}: {}", loaded.problems.len());
        assert!(loaded.rendered(&sources).len() < 2_000_000, "{name}");
    }
}

#[test]
fn a_playbook_as_large_as_is_allowed_loads() {
    // Each task waits for the one behind it in the alphabet, which is the slowest order for the check of circles.
    let mut text = String::from(GOOD);
    for n in 0..1900 {
        let (own, next) = (1900 - n, 1901 - n);
        let when = if n == 0 { "seen_by_others".to_owned() } else { format!("task.t{next:04} && seen_by_others") };
        let _ = write!(
            text,
            "[[task]]\nid=\"t{own:04}\"\nphase=\"assess\"\ntitle=\"t\"\nrecord=\"What?\"\nverb=\"do\"\n\
             cite=\"B-1\"\nwhen=\"{when}\"\n",
        );
    }
    let sources = sources(text);
    let loaded = playbook::load(&sources);
    assert_eq!(loaded.rendered(&sources), "");
    assert_eq!(loaded.playbook.map(|playbook| playbook.items.len()), Some(1924));
}

#[test]
fn a_line_of_half_a_megabyte_is_not_shown_whole() {
    let sources = sources(format!("schema = 1\nx = \"{}\"", "a".repeat(400_000)));
    assert!(playbook::load(&sources).rendered(&sources).len() < 20_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,400}") {
        let sources = sources(text);
        let loaded = playbook::load(&sources);
        prop_assert!(loaded.playbook.is_none());
        prop_assert!(!loaded.rendered(&sources).is_empty());
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let sources = sources(String::from_utf8_lossy(&bytes).into_owned());
        let _ = playbook::load(&sources).rendered(&sources);
    }

    #[test]
    fn a_good_playbook_with_one_place_spoiled_is_read_without_a_panic(
        at in 0..GOOD.len(),
        length in 0_usize..60,
        insert in "[\"'\\\\\\[\\]{}=.,#a-z0-9 \n\u{202e}é漢]{0,12}",
    ) {
        let start = (0..=at).rev().find(|i| GOOD.is_char_boundary(*i)).unwrap_or(0);
        let end = (start + length).min(GOOD.len());
        let end = (end..=GOOD.len()).find(|i| GOOD.is_char_boundary(*i)).unwrap_or(GOOD.len());
        let sources = sources(format!("{}{insert}{}", &GOOD[..start], &GOOD[end..]));
        let loaded = playbook::load(&sources);
        let grave = loaded.problems.iter().any(breachbook::source::Problem::is_error);
        prop_assert_eq!(loaded.playbook.is_none(), grave);
        let _ = loaded.rendered(&sources);
    }

    #[test]
    fn any_condition_is_read_without_a_panic(condition in "[a-z_.!&|()<>=\"'\\[\\], 0-9é“]{0,80}") {
        let condition = condition.replace('\'', "\"");
        let text = format!("{GOOD}\n[[faq]]\nid = 'z'\nask = 'z'\ntext = 'z'\ncite = 'B-1'\nwhen = '{condition}'\n");
        let sources = sources(text);
        let _ = playbook::load(&sources).rendered(&sources);
    }
}
