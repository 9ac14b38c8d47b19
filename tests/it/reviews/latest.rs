//! Which review is the latest, and what it leaves to come back to.

use crate::reviews::shelf::{Shelf, at, found, later, missing};
use breachbook::journal::Mode;
use breachbook::playbook::bundled_text;
use breachbook::session::reviews;

/// Names of the latest reviews, by playbook.
fn latest(shelf: &Shelf) -> Vec<(String, String)> {
    let mut found = shelf.library().reviews(None).unwrap();
    found.dedup_by(|later, first| later.playbook == first.playbook);
    found.into_iter().map(|review| (review.playbook, review.folder.name())).collect()
}

#[test]
fn without_a_review_there_is_none_and_a_response_case_is_never_one() {
    let shelf = Shelf::new();
    assert!(latest(&shelf).is_empty(), "the library need not exist yet");
    shelf.start("trinity", "2026-03-02", Mode::Live);
    assert!(latest(&shelf).is_empty());
}

#[test]
fn of_each_readiness_playbook_the_review_that_was_opened_last_counts() {
    let shelf = Shelf::new();
    let old = shelf.start("morenet_readiness", "2025-03-02", Mode::Live);
    let new = shelf.start("morenet_readiness", "2026-03-02", Mode::Live);
    let other = shelf.start("modot_readiness", "2024-01-15", Mode::Live);
    let mut reopened = later(&old, "2026-06-01");
    found(&mut reopened, "mfa", "On for everybody", None, None);
    let wanted = [("modot_readiness", other.folder().name()), ("morenet_readiness", new.folder().name())];
    assert_eq!(latest(&shelf), wanted.map(|(id, name)| (id.to_owned(), name)));
    let one = shelf.library().reviews(Some("morenet_readiness")).unwrap();
    assert_eq!(one[0].folder.name(), new.folder().name());
}

#[test]
fn an_exercise_review_does_not_count() {
    let shelf = Shelf::new();
    let live = shelf.start("morenet_readiness", "2025-03-02", Mode::Live);
    shelf.start("morenet_readiness", "2026-03-02", Mode::Exercise);
    assert_eq!(latest(&shelf), [("morenet_readiness".to_owned(), live.folder().name())]);
    // Renamed so that it looks live, it is still an exercise by its journals.
    let exercise = shelf.start("modot_readiness", "2026-03-02", Mode::Exercise);
    let renamed = shelf.cases().join("2026-03-02-looks-live");
    std::fs::rename(exercise.folder().path(), renamed).unwrap();
    assert_eq!(latest(&shelf).len(), 1);
}

#[test]
fn a_review_leaves_what_is_overdue_first_then_what_is_missing_then_what_nobody_reviewed() {
    let shelf = Shelf::new();
    let mut review = shelf.start("modot_readiness", "2025-03-02", Mode::Live);
    found(&mut review, "number_tried", "Answered by the desk", Some("A. Ruiz"), None);
    missing(&mut review, "social_media_plan", "No plan", Some("CR"), Some("2025-06-01"));
    missing(&mut review, "guard_mou", "Not on file", None, None);
    found(&mut review, "backups", "Restored on 1 March", Some("IS"), None);
    let (reviews, remarks) = reviews::latest(&shelf.library(), at("2026-03-03")).unwrap();
    assert!(remarks.is_empty(), "{remarks:?}");
    let waiting = reviews[0].waiting();
    let ids: Vec<_> = waiting.iter().map(|(item, _)| item.id.as_str()).take(4).collect();
    assert_eq!(ids, ["social_media_plan", "number_tried", "guard_mou", "know_data"]);
    let from = format!(", review {} of 2025-03-02", review.folder().name());
    let words: Vec<_> = waiting.iter().map(|(_, point)| point.words().replace(&from, "")).take(3).collect();
    assert_eq!(
        words,
        [
            "not in order, OVERDUE since 2025-06-01, owner CR",
            "in order since 2025-03-02, OVERDUE since 2026-03-02, owner A. Ruiz",
            "not in order",
        ]
    );
    let counts = reviews[0].counts();
    assert_eq!((counts.overdue, counts.not_in_order, counts.in_order), (2, 2, 2));
    assert_eq!(counts.words(), "2 not in order, 7 not reviewed, 2 in order: 11 points, of which 2 overdue");
}

#[test]
fn a_review_whose_playbook_cannot_be_read_is_told_and_stops_nothing() {
    let shelf = Shelf::new();
    let own = format!("{}\n# our own copy\n", bundled_text("morenet_readiness").unwrap());
    let broken = shelf.start_text("morenet_readiness", &own, "2026-03-02", Mode::Live);
    shelf.start("modot_readiness", "2026-03-02", Mode::Live);
    let frozen = broken.folder().path().join("playbook/morenet_readiness.toml");
    let text = std::fs::read_to_string(&frozen).unwrap() + "\nthis is not TOML\n";
    std::fs::write(&frozen, text).unwrap();
    let (reviews, remarks) = reviews::latest(&shelf.library(), at("2026-03-03")).unwrap();
    assert_eq!(reviews.len(), 1);
    assert!(remarks[0].contains(&broken.folder().name()), "{remarks:?}");
}

#[test]
fn a_review_whose_playbook_was_changed_is_read_with_the_bundled_copy_and_marked() {
    let shelf = Shelf::new();
    let changed = shelf.start("morenet_readiness", "2026-03-02", Mode::Live);
    let frozen = changed.folder().path().join("playbook/morenet_readiness.toml");
    let text = std::fs::read_to_string(&frozen).unwrap() + "\nthis is not TOML\n";
    std::fs::write(&frozen, text).unwrap();
    let (reviews, remarks) = reviews::latest(&shelf.library(), at("2026-03-03")).unwrap();
    assert!(remarks.is_empty() && reviews.len() == 1 && reviews[0].review.damaged, "{remarks:?}");
}
