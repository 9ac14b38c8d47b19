//! Footer, help and `docs/keys.md` say what the key table says.

use crate::support::pages::current;
use crate::support::stage::Stage;
use breachbook::page::state::State;
use breachbook::tui::keymap::{Row, Scope, TABLE, keys_in_words, rows};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Each screen with the keys that lead to it and the scope of its own keys.
const SCREENS: [(&str, Scope); 7] = [
    ("g h", Scope::Home),
    ("g g", Scope::Now),
    ("g s", Scope::Steps),
    ("g c", Scope::Calls),
    ("g t", Scope::Tests),
    ("g r", Scope::Record),
    ("g p", Scope::Paper),
];

/// A case that has something on every screen.
fn under_way() -> Stage {
    Stage::trinity().keys(r#"w "The office telephone is dead." <enter>"#)
}

fn page() -> String {
    let mut page = String::from(
        "# Keys\n\nPrinted from the key table of the program.\n\n\
         **Enter** takes what is in front of you and goes to the next thing needed; if nothing is missing, it records.\n\
         **Tab** goes to the next field and records nothing. **Esc** goes one step back and keeps the text. The line at the\n\
         foot says what Enter does now.\n\n\
         A letter means one thing everywhere; capitals equal small letters. In a field every sign is text. A yes/no card takes\n\
         a line, on which every letter is text: Enter records it if it reads y, yes, n, no, u, unknown or not known yet. There a letter\n\
         that stands alone is its key once Enter takes it (`w`, then Enter, is a note); `b`, `g`, `-` and the digits act at once.\n\n\
         ## The five signs\n\n| Sign | ASCII | Word | Means |\n|---|---|---|---|\n",
    );
    for state in State::ALL {
        let _ = writeln!(page, "| `{}` | `{}` | {} | {} |", state.sign(), state.ascii(), state.word(), state.covers());
    }
    page.push_str("\n## The keys\n\n| Keys | Where | What it does |\n|---|---|---|\n");
    for row in TABLE {
        let keys = keys_in_words(row);
        let keys =
            if keys.is_empty() { format!("`:` {}", row.label) } else { format!("`{}`", keys.replace(", ", "`, `")) };
        let places: Vec<_> = row.scopes.iter().map(|scope| scope.title()).collect();
        let _ = writeln!(page, "| {keys} | {} | {} |", places.join(", "), row.help);
    }
    page
}

#[test]
fn the_page_of_keys_is_what_the_table_says() {
    current("docs/keys.md", &page());
}

#[test]
fn no_letter_has_two_meanings() {
    let mut meanings = BTreeMap::<_, Vec<_>>::new();
    // The facilitator's console has keys of its own.
    for row in TABLE.iter().filter(|row| row.scopes != [Scope::Go] && row.scopes != [Scope::Drill]) {
        // Space unfolds what is read and ticks what is chosen; it is no letter.
        for key in row.keys.iter().filter(|key| key.typed().is_some_and(|sign| sign != ' ')) {
            meanings.entry(key).or_default().push(row.action);
        }
    }
    assert!(meanings.len() > 20);
    for (key, actions) in meanings {
        assert_eq!(actions.len(), 1, "{key} means {actions:?}");
    }
}

/// The keys in the line at the foot, as they are written there.
fn at_the_foot(stage: &mut Stage) -> Vec<String> {
    let text = stage.text();
    let foot = text.trim_end().lines().last().unwrap_or_default().trim().to_owned();
    foot.split("   ").map(str::trim).filter(|hint| !hint.is_empty()).map(str::to_owned).collect()
}

#[test]
fn the_foot_shows_keys_of_the_table_and_help_shows_them_all() {
    for (keys, scope) in SCREENS {
        let mut stage = under_way().keys(keys);
        let hints = at_the_foot(&mut stage);
        assert!(hints.len() > 2, "{keys}: {hints:?}");
        for hint in &hints {
            let known = |row: &&Row| {
                let digits = row.keys.len() == 9 && hint.starts_with("1-");
                digits || row.keys.iter().any(|key| hint.split(' ').next() == Some(key.to_string().as_str()))
            };
            assert!(rows(scope).any(|row| known(&row)), "{hint:?} is no key of {scope:?}");
        }
        let help = stage.keys("?").at(120, 150).text();
        for row in rows(scope) {
            let line = help.lines().find(|line| line.contains(row.help)).unwrap_or_default().trim_start();
            let keys = keys_in_words(row);
            let keys = if keys.is_empty() { format!(":{}", row.label) } else { keys };
            assert!(line.starts_with(&keys), "{keys:?} {:?} is missing:\n{help}", row.help);
        }
        stage = under_way().keys(keys);
        assert_eq!(stage.app.scope(), scope);
    }
}

#[test]
fn every_key_that_a_screen_has_of_its_own_does_something_there_or_says_why_not() {
    for (keys, scope) in SCREENS {
        for row in TABLE.iter().filter(|row| row.scopes.contains(&scope)) {
            let Some(key) = row.keys.first() else { continue };
            let mut stage = under_way().keys(keys);
            let before = stage.text();
            let pressed = match key.typed() {
                Some(' ') | None => format!("<{}>", key.to_string().to_lowercase()),
                Some(sign) => sign.to_string(),
            };
            let after = stage.keys(&pressed).text();
            let is_there = scope == Scope::Paper && pressed == "p";
            assert!(before != after || is_there, "{pressed} does nothing on {scope:?}:\n{after}");
        }
    }
}

#[test]
fn a_terminal_of_ascii_shows_the_signs_that_the_manual_names() {
    let help = Stage::ascii().keys("?").text();
    for state in State::ALL {
        assert!(help.contains(&format!("{}  {}", state.ascii(), state.word())), "{state:?}:\n{help}");
    }
}
