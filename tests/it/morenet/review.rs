//! What the readiness review says about the insurer and the internal list reaches a new case by itself.

use crate::morenet::night::Night;
use crate::support::program::{Home, of};

#[test]
fn the_latest_review_answers_whether_the_insurer_wants_a_notice_before_confirmation() {
    let home = Home::new();
    assert_eq!(Night::on(home).item("insurer_wants_notice"), "open", "without a review nothing is answered");

    let home = Home::new();
    let review = home.start_on("morenet_readiness", &[]);
    home.answers(&review, &[("insurer_wants_notice", "yes"), ("internal_list", "B. Superintendent")]);
    let night = Night::on(home);
    assert_eq!(night.item("insurer_wants_notice"), "answered");
    assert_eq!(of(&night.status(), "items", "insurer_wants_notice")["value"], "yes");
    assert_eq!(night.item("notice_of_circumstances"), "due", "before anything else is known");
    assert_eq!(night.confirmation().1, "pending");
    assert_eq!(night.item("internal_list"), "answered");
    assert_eq!(night.item("tell_internal"), "pending", "nobody is told before there is a notice");
    night.answer("insurer_wants_notice", "no");
    assert_eq!(night.item("notice_of_circumstances"), "not-applicable", "it can be corrected");
}
