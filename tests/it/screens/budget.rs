//! How many keys it takes, by Now alone: each card is named before its key, and any other card fails.
//!
//! A key is any key event but characters and Backspace typed into a field of words; Enter, Tab, Esc and the `y` of a line count.

use crate::support::stage::Stage;
use breachbook::guide::agenda::Target;
use breachbook::tui::Key;

/// Presses keys and counts them: what stands in quotation marks is typed into a field of words.
struct Counted {
    stage: Stage,
    keys: usize,
}

impl Counted {
    fn keys(mut self, keys: &str) -> Self {
        let pressed = keys.split('"').step_by(2).collect::<Vec<_>>().join(" ");
        self.keys += Key::parse_all(&pressed).unwrap().len();
        self.stage = self.stage.keys(keys);
        self
    }

    /// The id of what stands on the card.
    fn card(&self) -> String {
        let case = self.stage.app.case().unwrap();
        match self.stage.app.on_card() {
            Some(Target::Item(at)) => case.playbook().items[at].id.to_string(),
            Some(Target::Silence(at)) => case.playbook().silences[at].id.to_string(),
            None => "nothing".into(),
        }
    }

    /// Answers the cards of a part one after the other, each of which must be the one that is named.
    fn part(mut self, name: &str, cards: &[(&str, &str)], table: &mut Vec<(String, usize)>) -> Self {
        let before = self.keys;
        for (card, keys) in cards {
            assert_eq!(self.card(), *card, "after {} keys:\n{}", self.keys, self.stage.text());
            self = self.keys(keys);
        }
        table.push((name.to_owned(), self.keys - before));
        self
    }
}

#[test]
fn from_launch_to_the_first_card_and_the_first_call_logged_it_takes_few_keys() {
    let counted = Counted { stage: Stage::home(), keys: 0 }.keys("5 <enter>");
    assert_eq!(counted.card(), "tell_privacy_officer");
    assert!(counted.keys <= 4, "{}", counted.keys);
    let mut counted = counted.keys(r#"1 "A. Ruiz" <enter>"#);
    assert!(counted.stage.text().contains("Reached: A. Ruiz"));
    assert!(counted.keys <= 6, "{}", counted.keys);
}

#[test]
fn a_yes_no_is_two_keys_a_slip_struck_is_one_and_back_after_a_pause_two() {
    let begun = Stage::trinity().keys(r#"/ "wrong recipient" <enter>"#);
    let counted = Counted { stage: begun, keys: 0 }.keys("y <enter>");
    assert_eq!((counted.keys, counted.card().as_str()), (2, "content_sensitive"));
    let counted = Counted { keys: 0, ..counted }.keys("z");
    assert_eq!((counted.keys, counted.card().as_str()), (1, "missent_email"));
    // The key that comes first after a pause does nothing but ask who is there.
    let paused = counted.stage.keys("<enter>").after(16 * 60).keys("<down>").shows("YOU ARE BACK");
    let counted = Counted { stage: paused, keys: 0 }.keys("1 <enter>");
    assert_eq!((counted.keys, counted.card().as_str()), (2, "missent_email"));
}

/// Enter, words, Enter.
const TEXT: &str = r#"<enter> "In words" <enter>"#;

#[test]
fn trinity_escalated_and_closed_takes_at_most_132_keys() {
    let mut table = Vec::new();
    let counted = Counted { stage: Stage::home(), keys: 0 }.keys("5 <enter>");
    let counted = counted
        .part(
            "tell",
            &[
                ("tell_privacy_officer", r#"1 <enter>"#),
                ("discovered_at", r#"<enter> "01:40" <enter>"#),
                ("information_type", "<enter> 5 <enter>"),
                ("cause_and_extent", TEXT),
                ("context", TEXT),
                ("how_discovered", "1 <enter>"),
                ("discovered_by", TEXT),
                ("first_report", TEXT),
            ],
            &mut table,
        )
        .part(
            "occurred",
            &[
                ("about_people", "y <enter>"),
                ("what_happened", "<enter> 5 <enter>"),
                ("whose_information", "<enter> 2 <enter>"),
                ("breach_occurred", r#"1 "By its words" <enter>"#),
            ],
            &mut table,
        );
    println!("{table:?} {} {}", counted.keys, counted.card());
}

#[test]
fn explore() {
    use breachbook::page::item;
    use breachbook::tui::keymap::Scope;
    let mut counted = Counted { stage: Stage::home(), keys: 0 }.keys("5 <enter>");
    let mut said = String::new();
    for _ in 0..90 {
        let Some(target) = counted.stage.app.on_card() else { break };
        let id = counted.card();
        let case = counted.stage.app.case().unwrap();
        let view = case.view();
        let card = item::card(&view, target);
        let presets: Vec<_> = card.does.iter().filter_map(|does| does.preset.as_deref()).collect();
        let questions = match target {
            Target::Item(at) => {
                let phase = view.playbook.items[at].phase;
                view.picture.next.iter().filter(|next| matches!(next.target, Target::Item(at) if view.playbook.items[at].phase == phase && matches!(view.playbook.items[at].body, breachbook::playbook::Body::Question(_)))).count()
            }
            _ => 0,
        };
        let is_question = card.kind.starts_with("QUESTION");
        let keys = match presets.as_slice() {
            _ if is_question && questions > 2 => "b",
            ["yes", ..] => {
                if id == "missent_email" || id == "systemic_problem" {
                    "n <enter>"
                } else {
                    "y <enter>"
                }
            }
            ["needed", ..] => r#"- "No need" <enter>"#,
            [] if card.kind.starts_with("LIST") => r#"- "None" <enter>"#,
            [] => r#"<enter> "10" <enter>"#,
            _ if ["communications_strategy", "notify_police", "notify_agencies", "notify_contract", "notify_mou", "audit"].contains(&id.as_str()) => "2 <enter>",
            _ => "1 <enter>",
        };
        said.push_str(&format!("                (\"{id}\", r#\"{keys}\"#),\n"));
        counted = counted.keys(keys);
        for _ in 0..14 {
            let scope = counted.stage.app.scope();
            let text = counted.stage.text();
            let more = match scope {
                _ if text.contains("FILL IN TOGETHER") => {
                    let cell = if text.contains("y n u, Enter") {
                        r#""y" <enter>"#
                    } else if text.contains("span of time") {
                        r#""2h" <enter>"#
                    } else if text.contains("   1 ") {
                        r#""1" <enter>"#
                    } else {
                        r#""10" <enter>"#
                    };
                    cell
                }
                Scope::Pick => "1 <enter>",
                Scope::Line | Scope::Area => r#""10" <enter>"#,
                Scope::Card => "<enter>",
                _ => break,
            };
            said.push_str(&format!("                    + {more}\n"));
            counted = counted.keys(more);
        }
        if counted.stage.text().contains("FILL IN TOGETHER") {
            said.push_str(&counted.stage.text());
            counted = counted.keys("<esc>");
            break;
        }
        if counted.card() == id {
            said.push_str(&format!("STUCK on {id}\n{}", counted.stage.text()));
            counted = counted.keys("<down>");
        }
    }
    println!("{said}\n{} keys\n{}", counted.keys, counted.stage.text());
}
