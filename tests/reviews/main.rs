//! Readiness reviews: points, the latest review, answers that cases take over, Home, the five playbooks, a whole review.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod answers;
mod home;
mod latest;
mod playbooks;
mod points;
mod several;
mod shelf;
mod story;

#[path = "../cli/program.rs"]
#[expect(dead_code, reason = "each test program uses its own part of it")]
mod program;
#[path = "../support/stage.rs"]
mod stage;
