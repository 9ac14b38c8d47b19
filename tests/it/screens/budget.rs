//! How many keys it takes, by Now alone: each card is named before its key, and any other card fails.
//!
//! A key is any key event but characters and Backspace typed into a field of words; Enter, Tab, Esc and the `y` of a line count.

use crate::support::stage::Stage;
use breachbook::judge::picture::agenda::Target;
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

#[test]
fn a_slip_struck_on_any_other_card_is_one_key() {
    let counted = Counted { stage: Stage::trinity().keys("1 <enter>"), keys: 0 };
    assert_eq!(counted.card(), "discovered_at");
    let counted = counted.keys("z");
    assert_eq!((counted.keys, counted.card().as_str()), (1, "tell_privacy_officer"));
}

/// What a walk from launch to the closed case takes; there may only be fewer.
const AT_MOST: usize = 132;

#[test]
fn trinity_escalated_and_closed_takes_few_keys() {
    let mut table = Vec::new();
    let begun = Counted { stage: Stage::home(), keys: 0 }.keys("5 <enter>");
    let done = begun
        .part(
            "tell",
            &[
                ("tell_privacy_officer", r"1 <enter>"),
                ("discovered_at", r#"b "01:40" <enter> 5 <enter> "In words" <enter> "In words" <enter> 1 <enter> "A parent" <enter> <enter>"#),
                ("first_report", r#"<enter> "In words" <enter>"#),
            ],
            &mut table,
        )
        .part(
            "occurred",
            &[
                ("about_people", "b y <enter> 1 <enter> 1 <enter>"),
                ("breach_occurred", r#"1 "By its words" <enter>"#),
            ],
            &mut table,
        )
        .part(
            "escalate",
            &[
                ("missent_email", r"b n <enter> y <enter> n <enter> n <enter> y <ctrl-s>"),
                ("escalate", r#"1 "By its words" <enter> <enter>"#),
            ],
            &mut table,
        )
        .part(
            "convene",
            &[
                ("team_legal", r"1 <enter>"),
                ("team_it", r"1 <enter>"),
                ("convene_team", r#"<enter> "In words" <enter>"#),
                ("team_legal_external", r#"- "No need" <enter>"#),
                ("team_it_external", r#"- "No need" <enter>"#),
                ("team_communications_external", r#"- "No need" <enter>"#),
            ],
            &mut table,
        )
        .part(
            "step 1",
            &[
                (
                    "contain_breach",
                    r#"b "In words" <enter> "In words" <enter> "In words" <enter> "In words" <enter>"#,
                ),
                ("ict_plan", r#"- "No need" <enter>"#),
                ("alert_building_security", r#"- "No need" <enter>"#),
                ("inform_council", r"1 <enter>"),
                ("inform_levnt", r"1 <enter>"),
                ("inform_commissioner", r#"- "No need" <enter>"#),
                ("communications_strategy", r#"2 "By its words" <enter>"#),
            ],
            &mut table,
        )
        .part(
            "step 2",
            &[
                (
                    "initial_investigation",
                    r#"b "In words" <enter> "01:10" <enter> "2h" <enter> "In words" <enter> "In words" <enter> "In words" <enter>
                       "In words" <enter> "In words" <enter>"#,
                ),
                ("affected_individuals", r#"- "None" <enter>"#),
                ("context_important", r#"1 "By its words" <enter>"#),
                ("priorities", r#"1 "By its words" <enter>"#),
            ],
            &mut table,
        )
        .part(
            "course",
            &[
                ("course_of_action", r#"1 "By its words" <enter>"#),
            ],
            &mut table,
        )
        .part(
            "step 3",
            &[
                ("made_aware", r#"1 "By its words" <enter>"#),
                ("make_aware", r#"<enter> "In words" <enter>"#),
                ("real_risk", r"y <enter>"),
                ("high_risk", r"y <enter> <enter>"),
                ("notify_individuals", r#"1 "By its words" <enter>"#),
                ("notify_affected", r#"<enter> "In words" <enter> <enter>"#),
                ("notify_police", r#"2 "By its words" <enter>"#),
                ("notify_agencies", r#"2 "By its words" <enter>"#),
                ("notify_contract", r#"2 "By its words" <enter>"#),
                ("notify_mou", r#"2 "By its words" <enter>"#),
            ],
            &mut table,
        )
        .part(
            "step 4",
            &[
                ("investigate_cause", r#"b "In words" <enter> "In words" <enter> "In words" <enter> <enter>"#),
                ("report_outcome_council", r"1 <enter>"),
                ("report_outcome_levnt", r"1 <enter>"),
                ("update_plans", r#"- "No need" <enter>"#),
                ("change_policies", r#"- "No need" <enter>"#),
                ("revise_training", r#"- "No need" <enter>"#),
                ("audit", r#"2 "By its words" <enter>"#),
            ],
            &mut table,
        )
        .part(
            "records",
            &[
                ("action_record", r#"<enter> "In words" <enter>"#),
                ("filing_site", r#"<enter> "In words" <enter>"#),
                ("file_documents", r#"<enter> "In words" <enter>"#),
            ],
            &mut table,
        );
    assert_eq!(done.card(), "nothing");
    let mut closed = done.keys(r#"<enter> "Dean Marsh" <enter>"#);
    assert!(closed.stage.app.case().unwrap().assessment().closed, "{}", closed.stage.text());
    let table: Vec<_> = table.iter().map(|(part, keys)| format!("{part} {keys}")).collect();
    assert!(closed.keys <= AT_MOST, "{} keys: {}", closed.keys, table.join(", "));
}
