//! What other checks must not trip over: problems after which something is not known.

use crate::source::Code;

/// What [`Problems::spared`](crate::source::Problems::spared) knows a file by: one with a table or key at its top that nobody knows.
pub(super) const FILE: &str = "playbook file";

/// Conditions that could not be read; what they decide is not known.
pub(super) const UNREADABLE: &[Code] = &[
    Code::ConditionSyntax,
    Code::ConditionTooDeep,
    Code::ConditionUnknownName,
    Code::ConditionUnknownOption,
    Code::ConditionType,
    Code::UnknownPhase,
];
