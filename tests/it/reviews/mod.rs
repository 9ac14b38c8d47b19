//! Readiness reviews: points, the latest review, answers that cases take over, Home, the five playbooks, a whole review.

mod answers;
mod home;
mod latest;
mod playbooks;
mod points;
mod several;
mod shelf;
mod story;
