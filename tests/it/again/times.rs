//! What time alone brings back: so long after it happened, or after it was confirmed.

use super::night::{Night, decided, done};
use crate::support::say::{self, v};
use crate::support::voice::{says, says_not};

#[test]
fn a_report_is_due_again_after_its_time_and_has_one_mark_however_long_it_waits() {
    let mut night = Night::alone();
    night.at("02:00").record(0, done("report"));
    assert!(night.at("02:29").look_again("report").is_empty());
    let turns = night.picture(&night.joined(&[0])).turns_at.unwrap();
    assert_eq!(turns.clock(), "02:30", "the screens know when to look again");
    assert_eq!(night.at("02:31").look_again("report"), ["30 min since 28 Nov 02:00"]);
    says(&night.reads(), &["Look again: Report on the progress (report): 30 min since 28 Nov 02:00"]);
    assert_eq!(night.at("05:00").look_again("report").len(), 1);
    assert_eq!(
        night.reads().matches("Look again: Report on the progress (report)").count(),
        2,
        "above and in its step"
    );
    assert!(night.look_again("report_minor").is_empty(), "the other one does not apply");
}

#[test]
fn to_wait_is_looked_at_again_and_to_tell_is_not() {
    let mut night = Night::alone();
    night.decides("tell", "wait");
    assert!(night.left_open().contains("Tell now?"), "to wait is no end: {}", night.left_open());
    assert_eq!(night.at("24:00").look_again("tell"), ["24 h since 28 Nov 00:00"]);
    says(&night.reads(), &["Look again: Tell now? (tell), Head: 24 h since 28 Nov 00:00"]);
    night.record(0, decided("tell", "tell", None));
    assert!(night.at("72:00").look_again("tell").is_empty());
    says(&night.reads(), &["  Done: Tell now? (tell): Tell"]);
}

#[test]
fn the_time_runs_from_when_it_happened_and_from_a_confirmation() {
    let text = super::night::TEXT.replace("within = \"30min\"", "within = \"4h\"");
    let mut night = Night::on(&text, 1);
    night.at("05:00");
    night.record_with(done("report"), Some("01:00"), None);
    assert_eq!(night.look_again("report").len(), 1, "at once");
    says(&night.reads(), &["Look again: Report on the progress (report): 4 h since 28 Nov 01:00"]);
    night.at("05:10").confirm("report");
    assert!(night.at("09:00").look_again("report").is_empty());
    says_not(&night.reads(), &["Look again:"]);
    assert_eq!(night.at("09:10").look_again("report"), ["4 h since 28 Nov 05:10"]);
    says(&night.reads(), &["Look again: Report on the progress (report): 4 h since 28 Nov 05:10"]);
}

#[test]
fn what_is_done_and_was_put_off_comes_back() {
    let mut night = Night::alone();
    night.done("offer");
    let (id, reason) = ("offer".to_owned(), None);
    night.record(0, say::defer(id, "03:00").with_some(&v::defer::REASON, reason));
    assert!(night.at("02:59").look_again("offer").is_empty());
    assert_eq!(night.at("03:00").look_again("offer"), ["put off until 28 Nov 03:00"]);
    says(&night.reads(), &["Look again: Offer monitoring (offer): put off until 28 Nov 03:00"]);
    night.confirm("offer");
    says_not(&night.reads(), &["Look again:"]);
    assert!(night.look_again("offer").is_empty());
}
