//! What files are lowered with: the names so far, and where each thing stands.

use crate::playbook::condition::Names;
use crate::playbook::model::Kind;
use crate::playbook::places::Places;
use crate::source::{Problems, Source};

pub(in crate::playbook) struct Lowering<'a> {
    pub(super) sources: &'a [Source],
    pub(super) problems: &'a mut Problems,
    pub(super) names: Names,
    pub(super) currency: Option<[u8; 3]>,
    pub(super) kind: Kind,
    /// Whether the playbook names a review.
    pub(super) reviewed: bool,
    pub(super) places: Places,
}
