//! What a page says of an earlier moment, what leaves the house, and forms for pencil.

use super::night::Night;
use super::shown;
use breachbook::case::Upto;
use breachbook::page::Block;
use breachbook::page::printed::{Page, Printed};
use breachbook::playbook::Body;
use breachbook::report::{Band, NotMade, Options, PageId, Profile, blank, page};

const CASE: &str = "playbook trinity
case 2026-11-22-then
title Timetable of C. Novak
run k4 T. Lin, 2026-11-22 +10:30
02:00 answer multiple_individuals yes
02:05 answer individuals_counted 12
02:10 decision breach_occurred has_occurred --reason \"R.\" --person \"PLANTED-SEAT\"
02:11 decision escalate escalate --reason \"PLANTED-REASON\"
02:20 answer multiple_individuals no
02:25 answer cause_and_extent \"C. Novak pressed send.\" --source PLANTED-SOURCE
02:26 note PLANTED-NOTE
02:27 row affected_individuals PLANTED-PERSON
02:28 call tell_privacy_officer reached --person \"C. Novak\" --channel \"mobile PLANTED-NUMBER\" --said PLANTED-SAID
02:29 row evidence PLANTED-PIECE kind=log form=copy collected_by=PLANTED-COLLECTOR collected_at=\"22 Nov 02:00\" storage=PLANTED-PLACE
02:30 task contain_breach done PLANTED-DEED
";

fn made(night: &Night, upto: &Upto, id: &PageId) -> String {
    shown::sheet(&night.looking(upto, |view, options| page(view, id, options)).unwrap())
}

#[test]
fn a_page_of_an_earlier_entry_knows_nothing_that_came_later() {
    let night = Night::of(CASE);
    let then = made(&night, &Upto::Entry(2), &PageId::Page(Page::Log));
    assert!(then.contains("as of k4-3, 22 Nov 2026 02:05"), "{then}");
    assert!(!then.contains("02:10") && then.contains("02:05"), "{then}");
    let earlier = breachbook::base::Stamp::parse("2026-11-22T02:06:00.000+10:30").unwrap();
    let by_time = made(&night, &Upto::Time(earlier), &PageId::Page(Page::Log));
    assert!(by_time.contains("k4-3 |") && !by_time.contains("k4-4 |"), "{by_time}");
}

#[test]
fn the_heads_of_an_earlier_page_make_it_again() {
    let (whole, short) = (Night::of(CASE), Night::of(&CASE.lines().take(8).collect::<Vec<_>>().join("\n")));
    let first = |id: &PageId| short.looking(&Upto::Last, |view, options| page(view, id, options)).unwrap();
    let (heads, moment) = short.looking(&Upto::Last, |view, options| (options.heads.clone(), view.now.at));
    let upto = Upto::Heads(heads, moment);
    for id in Page::ALL.map(PageId::Page) {
        let again = whole.looking(&upto, |view, options| page(view, &id, options)).unwrap();
        assert_eq!(first(&id), again, "{}", id.name());
    }
}

#[test]
fn a_decision_is_printed_with_what_was_known_when_it_was_taken() {
    let decisions = made(&Night::of(CASE), &Upto::Last, &PageId::Page(Page::Decisions));
    let known = decisions.lines().find(|line| line.trim().starts_with("Are multiple individuals affected?")).unwrap();
    assert!(known.ends_with("| Yes, T. Lin, 22 Nov 02:00 | k4-2"), "{known}");
}

#[test]
fn nothing_but_the_white_list_leaves_the_house() {
    let night = Night::of(CASE);
    let mut refused = 0;
    for id in PageId::all(&night.playbook) {
        let sheet = night.looking(&Upto::Last, |view, options| {
            let released_by = Some("D. Marsh".to_owned());
            page(view, &id, &Options { profile: Profile::Released, released_by, ..options.clone() })
        });
        match sheet {
            Ok(sheet) => {
                let text = shown::sheet(&sheet);
                assert!(!text.contains("PLANTED") && !text.contains("C. Novak"), "{text}");
                assert!(text.contains("Released by: D. Marsh") && sheet.bands.contains(&Band::Released), "{text}");
                assert_eq!(id, PageId::Page(Page::IncidentReport));
            }
            Err(why) => {
                assert_eq!(why, NotMade::NotReleased);
                refused += 1;
            }
        }
    }
    assert_eq!(refused, PageId::all(&night.playbook).len() - 1);
}

#[test]
fn every_page_and_list_that_can_be_filled_in_by_hand_is_a_form_with_the_same_columns() {
    let night = Night::of(CASE);
    let columns = |blocks: &[Block]| {
        blocks.iter().find_map(|block| match block {
            Block::Table(table) => Some(table.columns.clone()),
            _ => None,
        })
    };
    for id in PageId::all(&night.playbook) {
        let form = blank::page(&night.playbook, &id, &Options::default());
        assert_eq!(form.is_some(), id.has_blank(), "{}", id.name());
        let Some(form) = form else { continue };
        let text = shown::sheet(&form);
        assert!(text.contains("[[ BLANK FORM ]]") && text.contains("form ____ no. ____"), "{text}");
        assert!(!text.contains("PLANTED") && !text.contains("not yet known"), "{text}");
        if matches!(id, PageId::Page(Page::ActionRecord | Page::Log | Page::Calls)) {
            let sheet = night.looking(&Upto::Last, |view, options| page(view, &id, options)).unwrap();
            assert_eq!(columns(&form.body.blocks), columns(&sheet.body.blocks), "{}", id.name());
        }
    }
}

#[test]
fn every_document_of_every_playbook_is_a_form_with_lines_for_each_content_and_its_text_with_gaps() {
    for summary in breachbook::playbook::index() {
        let playbook = breachbook::playbook::bundled::open_bundled(&summary.id).unwrap();
        let documents = playbook.items.iter().filter_map(|item| match &item.body {
            Body::Document(body) => Some((item, body)),
            _ => None,
        });
        for (item, body) in documents {
            let form = blank::form(&playbook, &Printed::Document(item.id.clone()), &Options::default()).unwrap();
            let text = shown::sheet(&form);
            assert!(text.contains("[[ BLANK FORM ]]") && !text.contains("not yet known"), "{text}");
            for content in &body.contents {
                assert!(text.contains(content.title.trim_end_matches('.')), "{}: {text}", item.id);
            }
            let gaps = text.matches("____________________ (").count();
            assert_eq!(playbook.letters.has(&item.id), text.contains("Its text"), "{}: {text}", item.id);
            assert!(!text.contains("Its text") || body.contents.is_empty() || gaps > 0, "{}: {text}", item.id);
            assert!(!text.contains("{{"), "{text}");
        }
    }
}

#[test]
fn a_thousand_decisions_are_told_with_what_was_known_for_the_last_of_them() {
    let decisions = made(&super::made::decided(), &Upto::Last, &PageId::Page(Page::Decisions));
    assert_eq!(decisions.matches("= What was known for").count(), 20, "the newest");
    assert!(decisions.contains("What was known for the 980 before stands in the log."), "{decisions}");
}
