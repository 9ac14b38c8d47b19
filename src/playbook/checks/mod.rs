//! What a playbook must also obey once everything in it resolves; one file for each family of checks.

use super::lower::Places;
use super::model::Playbook;
use super::problem::Problems;
use super::raw::file::RawFile;

/// Runs every check.
pub(super) fn check(_playbook: &Playbook, _places: &Places, _files: &[RawFile], _problems: &mut Problems) {}
