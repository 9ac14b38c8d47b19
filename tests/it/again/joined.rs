//! Several laptops that had not seen each other: joined in any order, the same is marked and the same fell.

use super::night::{Night, TEXT, confirmed, decided, done};
use crate::judge::{ends, settled, waits};
use crate::support::say;
use crate::support::voice::{says, says_not};
use crate::walks::Chance;
use breachbook::base::ItemId;
use breachbook::playbook::bundled::bundled_text;
use breachbook::record::Draft;

fn answer(id: &str, value: &str) -> Draft {
    say::answer(id, value)
}

#[test]
fn a_letter_sent_by_one_who_had_not_seen_the_new_number_is_marked_in_both_orders() {
    let mut night = Night::on(TEXT, 2);
    night.record(0, answer("affected", "140"));
    night.looks_at(1, 0);
    night.record(1, answer("affected", "150"));
    night.record(0, done("letter"));
    for ranks in [[0, 1], [1, 0]] {
        let told = night.told(&ranks);
        assert!(told.iter().any(|line| line.contains("was 140, is 150")), "{told:?}");
        assert_eq!(told, night.told(&[0, 1]));
        let mark = "Look again: Letter to those affected (letter): How many persons: was 140, is 150";
        says(&night.reads_in(&ranks), &[mark]);
    }
}

#[test]
fn what_counts_is_what_the_writer_had_seen_and_not_the_value_before() {
    let mut night = Night::on(TEXT, 2);
    night.record(0, answer("affected", "140"));
    night.looks_at(1, 0);
    night.record(0, answer("affected", "9000"));
    night.record(0, answer("affected", "140"));
    night.record(1, done("offer"));
    assert!(night.look_again("offer").is_empty());
    says_not(&night.reads(), &["Look again:"]);
}

#[test]
fn two_answers_are_no_change_until_they_are_settled() {
    let mut night = Night::on(TEXT, 2);
    night.record(0, answer("affected", "140"));
    night.record(1, answer("affected", "9000"));
    night.record(0, done("offer"));
    night.looks_at(0, 1);
    assert_eq!((night.state("affected").as_str(), night.look_again("offer").len()), ("conflict", 0));
    says(
        &night.reads(),
        &["How many persons are affected? (affected): two entries", "  Done: Offer monitoring (offer): As agreed."],
    );
    night.record(0, answer("affected", "9000"));
    assert_eq!(night.look_again("offer"), ["How many persons are affected: was 140, is 9000"]);
    says(&night.reads(), &["Look again: Offer monitoring (offer): How many persons are affected: was 140, is 9000"]);
}

#[test]
fn two_findings_that_rest_on_each_other_both_fall_and_both_count_once_they_are_recorded_anew() {
    let mut night = Night::on(TEXT, 2);
    night.record(0, answer("one", "1"));
    night.record(0, answer("other", "1"));
    night.looks_at(1, 0);
    night.record(0, answer("one", "2"));
    night.record(1, answer("other", "2"));
    assert_eq!(night.told(&[0, 1]), night.told(&[1, 0]));
    assert_eq!((night.state("one").as_str(), night.state("other").as_str()), ("open", "open"));
    for ranks in [[0, 1], [1, 0]] {
        let both = ["One? (one): asked again: Other changed", "Other? (other): asked again: One changed"];
        says(&night.reads_in(&ranks), &both);
    }
    night.looks_at(0, 1);
    night.record(0, answer("one", "3"));
    night.record(0, answer("other", "2"));
    assert_eq!((night.state("one").as_str(), night.state("other").as_str()), ("answered", "answered"));
    says(&night.reads(), &["  Done: One? (one): 3", "  Done: Other? (other): 2"]);
}

#[test]
fn a_slip_that_was_struck_marks_nothing_and_does_again_once_the_strike_is_struck() {
    let mut night = Night::on(TEXT, 2);
    night.answer("affected", "140");
    night.done("offer");
    let slip = night.answer("affected", "9000");
    let strike = night.strike(&slip);
    assert!(night.look_again("offer").is_empty());
    night.looks_at(1, 0);
    night.record(1, answer("more_found", "yes"));
    night.strike(&strike);
    assert_eq!(night.look_again("offer"), ["How many persons are affected: was 140, is 9000"]);
    assert_eq!(night.told(&[0, 1]), night.told(&[1, 0]));
}

#[test]
fn a_confirmation_by_one_who_had_not_seen_the_change_takes_no_mark_away() {
    let mut night = Night::on(TEXT, 2);
    night.answer("affected", "140");
    night.done("offer");
    night.answer("affected", "150");
    night.looks_at(1, 0);
    night.answer("affected", "9000");
    night.record(1, confirmed("offer"));
    for ranks in [[0, 1], [1, 0]] {
        let told = night.told(&ranks);
        assert!(told.iter().any(|line| line.contains("was 150, is 9000")), "{told:?}");
    }
}

fn one_of<'t>(chance: &mut Chance, list: &[&'t str]) -> &'t str {
    list[chance.below(list.len())]
}

/// Something that somebody at a laptop records by chance.
fn by_chance(chance: &mut Chance) -> Draft {
    let numbers = ["10", "50", "140", "500", "9000", "about 900", "unknown"];
    match chance.below(14) {
        0 | 1 => answer("affected", one_of(chance, &numbers)),
        2 => answer(one_of(chance, &["a", "b", "one", "other"]), one_of(chance, &["1", "2"])),
        3 => answer(one_of(chance, &["sign_one", "sign_two", "more_found", "limit"]), one_of(chance, &["yes", "no"])),
        4 => answer(one_of(chance, &["finding", "limited", "hold_asked", "hold_over"]), one_of(chance, &["yes", "no"])),
        5 | 6 => {
            done(one_of(chance, &["offer", "bring_more", "big", "report", "letter", "boards_off", "rests_on_offer"]))
        }
        7 => done("assess"),
        8 => decided("next", one_of(chance, &["again", "on"]), None),
        9 => decided("joint", one_of(chance, &["escalate", "wait"]), Some(one_of(chance, &["head", "bank"]))),
        10 => decided(one_of(chance, &["tell", "escalate"]), "wait", None),
        11 => decided("boards", one_of(chance, &["off", "leave"]), None),
        12 => crate::support::desk::call(one_of(chance, &["warn", "warn_once"]), "reached"),
        _ => done("big"),
    }
}

/// What wants something from people: it is open, or has to be looked at again.
fn is_owed(picture: &breachbook::judge::Picture, at: usize) -> bool {
    let standing = picture.items[at].standing;
    standing.is_open() || standing == breachbook::judge::Standing::InForce || picture.mark_of(at).is_some()
}

#[test]
fn nothing_that_was_owed_leaves_without_a_change_that_names_it() {
    use breachbook::judge::picture::changes::{Change, changes};
    for seed in 0..30 {
        let mut chance = Chance::new(seed);
        let mut night = Night::alone();
        let mut last = None;
        for step in 0..40 {
            night.at(&format!("{:02}:00", step / 2));
            let before = night.picture(&night.joined(&[0]));
            let strikes = chance.one_in(8);
            let recorded = match last.take().filter(|_| strikes) {
                Some(entry) => Some(night.strike(&entry)),
                None => night.try_on(0, by_chance(&mut chance)).ok(),
            };
            let state = night.joined(&[0]);
            let after = night.picture(&state);
            let Some(id) = recorded else { continue };
            let entry = &state.log.iter().find(|row| row.recorded.id == id).unwrap().recorded;
            let subjects: Vec<&str> = entry.fact.subjects().iter().map(ItemId::as_str).collect();
            let told: Vec<usize> = changes(&night.playbook, &before, &after, &subjects)
                .iter()
                .filter_map(|change| match change {
                    Change::Item { at, .. } | Change::Mark { at, .. } | Change::Unmarked { at } => Some(*at),
                    _ => None,
                })
                .collect();
            for (at, item) in night.playbook.items.iter().enumerate() {
                let leaves = is_owed(&before, at) && !is_owed(&after, at);
                let own = subjects.contains(&item.id.as_str());
                assert!(!leaves || own || told.contains(&at), "seed {seed}: {} after {:?}", item.id, entry.fact);
            }
            last = Some(id);
        }
    }
}

#[test]
fn whatever_three_laptops_record_every_order_of_arrival_gives_the_same_marks() {
    let small = [ends::PLAYBOOK, waits::PLAYBOOK, settled::PLAYBOOK, include_str!("../lists/vendors.toml"), TEXT];
    let policies = ["trinity", "modot", "morenet", "msu", "shepherd"].map(|id| bundled_text(id).unwrap());
    let mut found = Vec::new();
    for (nth, text) in small.into_iter().chain(policies).enumerate() {
        let seeds = if nth < small.len() { 6 } else { 2 };
        for seed in 0..seeds {
            let mut chance = Chance::new(900 + seed);
            let mut night = Night::on(text, 3);
            for step in 0..40 {
                night.at(&format!("{:02}:{:02}", step / 2, step % 2 * 30));
                let laptop = chance.below(3);
                if chance.one_in(4) {
                    night.looks_at(laptop, chance.below(3));
                }
                night.anything(laptop, &mut chance);
            }
            let told = night.told(&[0, 1, 2]);
            for ranks in [[1, 2, 0], [2, 1, 0], [2, 0, 1]] {
                let other = night.told(&ranks);
                let differ: Vec<_> = told.iter().zip(&other).filter(|(one, other)| one != other).collect();
                if !differ.is_empty() || told.len() != other.len() {
                    found.push(format!("playbook {nth}, seed {seed}, {ranks:?}: {differ:#?}"));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn in_every_order_of_arrival_the_same_is_marked_and_the_same_fell() {
    for seed in 0..40 {
        let mut chance = Chance::new(seed);
        let mut night = Night::on(TEXT, 3);
        let mut own: Vec<Vec<breachbook::journal::EntryId>> = vec![Vec::new(); 3];
        for step in 0..45 {
            night.at(&format!("{:02}:{:02}", step / 4, step % 4 * 15));
            let laptop = chance.below(3);
            if chance.one_in(5) {
                night.looks_at(laptop, chance.below(3));
            }
            let last = own[laptop].last().cloned();
            let command = match (chance.below(12), last) {
                (0, Some(entry)) => {
                    own[laptop].push(night.strike_on(laptop, &entry));
                    continue;
                }
                (1 | 2, _) => {
                    confirmed(one_of(&mut chance, &["offer", "bring_more", "letter", "report", "tell", "warn"]))
                }
                _ => by_chance(&mut chance),
            };
            // What is refused on that laptop was not recorded.
            own[laptop].extend(night.try_on(laptop, command).ok());
        }
        let told = night.told(&[0, 1, 2]);
        for ranks in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let other = night.told(&ranks);
            let differ: Vec<_> = told.iter().zip(&other).filter(|(one, other)| one != other).collect();
            assert!(differ.is_empty() && told.len() == other.len(), "seed {seed}, {ranks:?}: {differ:#?}");
        }
    }
}
