//! A point of a readiness review, in the status of a review and over all reviews.

use crate::base::Stamp;
use crate::base::written::object;
use crate::guide::review::{self, Finding};
use chrono::NaiveDate;

object! {
    Point(point: review::Point) => {
        finding: Finding = point.finding,
        done_at: Option<Stamp> = point.done_at,
        next_due: Option<NaiveDate> = point.next_due,
        owner: Option<String> = point.owner,
        evidence: Option<String> = point.evidence,
        overdue: bool = point.overdue,
    }
}
