//! Steps: what is left, and whose.

use crate::support::desk::Desk;
use crate::support::say::{self, v};
use crate::support::stage::Stage;
use breachbook::judge::View;
use breachbook::judge::picture::agenda::Target;
use breachbook::page::state::{Tally, tally};
use breachbook::page::steps::{Node, Shown, Tree, Wish, tree};
use breachbook::page::{Link, State};
use breachbook::playbook::Body;

const POLICIES: [&str; 5] = ["trinity", "modot", "morenet", "msu", "shepherd"];

/// Everything unfolded.
fn unfolded(view: &View<'_>, shown: Shown, mine: bool) -> Tree {
    let steps = (0..view.playbook.phases.len()).map(Node::Step).chain([Node::Silences, Node::Nobodys]);
    tree(view, &Wish { shown, mine, unfolded: steps.map(|step| (step, true)).collect() })
}

/// A row as text: the sign, the title, and the word at the right.
fn rows(tree: &Tree) -> Vec<String> {
    let sign = |state: Option<State>| state.map_or("", State::sign);
    tree.rows.iter().map(|row| format!("{} {} | {}", sign(row.state), row.what.words(), row.word.words())).collect()
}

fn word<'r>(rows: &'r [String], title: &str) -> &'r str {
    rows.iter().find(|row| row.contains(title)).unwrap_or_else(|| panic!("{title} is not among {rows:#?}"))
}

/// A Trinity case in which something is done, something is not known and something does not apply, escalated to the team.
fn escalated() -> Desk {
    let mut desk = Desk::open("trinity");
    for role in ["principal", "privacy_officer"] {
        desk.record(say::contact(role).with(&v::contact::PERSON, format!("Holder of {role}")));
    }
    desk.call("tell_privacy_officer", "reached");
    desk.answer("missent_email", "no");
    desk.answer("multiple_individuals", "yes");
    desk.answer("serious_harm", "unknown");
    desk.answer("systemic_problem", "no");
    desk.answer("media_attention", "yes");
    desk.decide("breach_occurred", "has_occurred", "The e-mail went out.");
    desk.decide("escalate", "escalate", "Health notes of several students.");
    desk
}

#[test]
fn every_row_stands_once_in_the_tree_and_their_states_make_the_counts() {
    for playbook in POLICIES {
        let desk = if playbook == "trinity" { escalated() } else { Desk::open(playbook) };
        let view = desk.session.view();
        let tree = unfolded(&view, Shown::All, false);
        let mut counted = Tally { calls: tally(&view).calls, do_nots: tally(&view).do_nots, ..Tally::default() };
        let forbids = |link: Option<Link>| match link.and_then(Link::target) {
            Some(Target::Item(at)) => matches!(view.playbook.items[at].body, Body::Prohibition(_)),
            _ => false,
        };
        for row in tree.rows.iter().filter(|row| row.level == 1 && !forbids(row.to)) {
            match row.state.unwrap() {
                State::ToDo => counted.to_do += 1,
                State::LookAgain => (counted.to_do, counted.look_again) = (counted.to_do + 1, counted.look_again + 1),
                State::Waits => counted.waits += 1,
                State::Done => counted.done += 1,
                State::Off => counted.off += 1,
            }
        }
        assert_eq!(counted, tally(&view), "{playbook}");
        let leads: Vec<_> = tree.rows.iter().filter_map(|row| row.to).collect();
        let mut once = leads.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), leads.len(), "{playbook}");
        assert!(leads.len() >= view.playbook.items.len(), "{playbook}");
    }
}

#[test]
fn a_step_says_how_far_it_is_and_the_step_of_the_next_thing_is_unfolded() {
    let desk = escalated();
    let view = desk.session.view();
    let tree = tree(&view, &Wish::default());
    let shown = rows(&tree);
    assert_eq!(word(&shown, "Tell the Privacy Officer"), "○ Tell the Privacy Officer | 1 of 8");
    assert_eq!(word(&shown, "Decide whether to escalate"), "! Decide whether to escalate | 1 look again");
    assert_eq!(word(&shown, "Report and file"), "- Report and file, without the team | does not apply");
    assert_eq!(word(&shown, "Step 1"), "○ Step 1: contain, assess | side by side   0 of 11");
    assert_eq!(word(&shown, "When was the suspected breach"), "○ When was the suspected breach discovered? | to do");
    assert!(!shown.iter().any(|row| row.contains("Convene:")), "folded: {shown:#?}");
    let all = rows(&unfolded(&view, Shown::All, false));
    assert_eq!(word(&all, "Convene: Legal"), "○ Convene: Legal & Records | call Principal");
    assert_eq!(word(&all, "Convene: Communications"), "○ Convene: Communications | with the call above");
}

#[test]
fn the_views_show_what_is_to_do_and_what_is_to_be_looked_at_again_only() {
    let desk = escalated();
    let view = desk.session.view();
    for (shown, wanted) in [(Shown::ToDo, tally(&view).to_do), (Shown::LookAgain, tally(&view).look_again)] {
        let tree = unfolded(&view, shown, false);
        let items: Vec<_> = tree.rows.iter().filter(|row| row.level == 1).collect();
        assert_eq!(items.len(), wanted, "{shown:?}: {:#?}", rows(&tree));
        let open = |state: Option<State>| matches!(state, Some(State::ToDo | State::LookAgain));
        assert!(items.iter().all(|row| open(row.state)), "{:#?}", rows(&tree));
    }
    let again = rows(&unfolded(&view, Shown::LookAgain, false));
    assert_eq!(again.len(), 2, "{again:#?}");
    assert!(again[1].ends_with("| not known yet"), "{again:#?}");
}

#[test]
fn mine_shows_what_falls_to_the_roles_of_the_person_then_what_has_no_owner() {
    let desk = escalated();
    let officer = desk.second_session("holder of privacy_officer");
    let view = officer.view();
    let tree = unfolded(&view, Shown::ToDo, true);
    let shown = rows(&tree);
    assert!(tree.title.ends_with("as Privacy Officer"), "{}", tree.title);
    let nobodys = tree.nodes.iter().position(|node| *node == Node::Nobodys).unwrap();
    for (at, node) in tree.nodes.iter().enumerate() {
        let Node::At(Target::Item(item)) = node else { continue };
        let owner = match &view.playbook.items[*item].body {
            Body::Call(call) => call.told_by.clone().into_iter().collect(),
            Body::Task(task) => task.role.clone().into_iter().collect(),
            Body::Decision(decision) => decision.seats.clone(),
            _ => Vec::new(),
        };
        let mine = owner.iter().any(|role| role.as_str() == "privacy_officer");
        assert_eq!((mine, owner.is_empty()), (at < nobodys, at > nobodys), "{shown:#?}");
    }
    assert!(nobodys > 1 && nobodys + 1 < shown.len(), "{shown:#?}");
    assert!(
        !unfolded(&Desk::open("msu").session.view(), Shown::All, true)
            .rows
            .iter()
            .any(|row| row.what.words().starts_with("DO NOT"))
    );
    // Somebody whose role has nothing to do, and somebody who holds none.
    let says = |person: &str| unfolded(&desk.second_session(person).view(), Shown::LookAgain, true).says.unwrap();
    assert_eq!(says("Holder of principal"), "Nothing here is for the Principal. m shows all.");
    assert_eq!(says("R. Okafor"), "The phone list knows no role of R. Okafor. m shows all.");
}

#[test]
fn what_the_policy_does_not_say_is_the_last_step_and_counts_as_to_do() {
    let mut found = 0;
    for playbook in POLICIES {
        let desk = Desk::open(playbook);
        let view = desk.session.view();
        let asked = view.playbook.silences.iter().zip(&view.picture.silences);
        let asked = asked.filter(|(silence, status)| status.is_asked(silence)).count();
        let tree = unfolded(&view, Shown::All, false);
        let of_silences = tree.nodes.iter().filter(|node| matches!(node, Node::At(Target::Silence(_)))).count();
        assert_eq!(of_silences, asked, "{playbook}");
        assert_eq!(tree.nodes.contains(&Node::Silences), asked > 0, "{playbook}");
        found += asked;
    }
    assert!(found > 0, "no policy is silent at the start");
}

#[test]
fn the_checklist_folds_and_the_cursor_stays_on_what_it_was_on() {
    let stage = Stage::trinity().keys("g s").shows("▸   ○ Tell the Privacy Officer of the suspected");
    let stage = stage.keys("<down>").shows("▸   ○ When was the suspected breach discovered?");
    let stage = stage.keys("<space>").shows("▸ ○ Tell the Privacy Officer").shows_not("When was the suspected");
    let stage = stage.keys("<down> <space>").shows("▸ ○ Has a breach occurred?").shows("about human beings?");
    // Another view and back: it stands where it stood.
    let stage = stage.keys("<down> v").shows("▸   ○ Is any of the information about human beings?");
    let stage = stage.keys("v").shows("Nothing is to be looked at again. v shows everything.");
    stage.keys("v <enter>").shows("Is any of the information about human beings?").shows_not("All:");
}

#[test]
fn nothing_on_steps_overflows_and_one_row_is_selected_at_every_size() {
    for playbook in POLICIES {
        for (columns, lines) in [(60, 20), (80, 24), (120, 40)] {
            let mut stage = Stage::home().starts(playbook).keys("g s v").at(columns, lines);
            for _ in 0..3 {
                let text = stage.text();
                assert_eq!(text.matches('▸').count(), 1, "{playbook} at {columns}x{lines}\n{text}");
                assert!(text.contains(" to do"), "{text}");
                let body: Vec<_> = text.lines().skip_while(|line| !line.contains(" to do    v")).collect();
                let tree = &body[..body.len() - 2];
                assert!(
                    !tree.is_empty() && tree.iter().all(|row| row.chars().count() <= usize::from(columns) - 3),
                    "{text}"
                );
                stage = stage.keys("<pagedown>");
            }
            stage.keys("<end>").shows(" of ");
        }
    }
}

#[test]
fn verbs_on_steps_are_about_the_selected_row_and_of_a_step_as_a_whole_only_a_note_is_written() {
    let stage = Stage::trinity().keys("g s <down>");
    let stage = stage.keys("d").shows("When was the suspected breach discovered?").keys("<esc>");
    let stage = stage.keys("e").shows("Nothing is recorded here that could be put right.");
    let mut stage = stage.keys("<home>");
    let before = stage.text();
    for key in ["d", "a", "-", "e"] {
        stage = stage.keys(key);
        assert_eq!(stage.text(), before, "{key} on a step");
    }
    stage.keys(r#"w "The telephone is dead." <enter>"#).shows("Note: The telephone is dead.");
}

#[test]
fn a_click_selects_a_row_and_a_second_opens_it_and_the_keys_above_the_tree_can_be_clicked() {
    let stage = Stage::trinity().keys("g s").click("When was the suspected").shows("▸   ○ When was the suspected");
    let stage = stage.click("Has a breach occurred?").click("Has a breach occurred?").shows("about human beings?");
    let stage = stage.click("m mine").click("None of these").shows("Mine: ").click("m everything").shows("All: ");
    stage.click("When was the suspected").click("When was the suspected").shows_not("All: ");
}
