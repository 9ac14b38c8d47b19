//! Playbooks as authors write them: good ones, mistakes with their places, hostile ones, and the pages about the format.

mod advice;
mod bad;
mod bundled;
mod conditions;
mod counts;
mod docs;
mod good;
mod hostile;
mod slips;
mod starter;
mod stress;
