//! The words that a playbook may use where only some are allowed.

use crate::playbook::item::Side;
use crate::playbook::model::Kind;
use crate::playbook::question::AnswerType;
use crate::playbook::reference::Basis;
use crate::playbook::register::RegisterKind;
use crate::playbook::rule::Effect;
use crate::playbook::verb::Verb;
use crate::source::value::Word;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::playbook) enum Need {
    Required,
    Optional,
}

macro_rules! words {
    ($($type:ty: $every:expr, $spelled:expr;)*) => {
        $(impl Word for $type {
            const EVERY: &'static [Self] = $every;
            fn spelled(self) -> &'static str {
                let spell: fn(Self) -> &'static str = $spelled;
                spell(self)
            }
        })*
    };
}

words! {
    Verb: &Verb::ALL, Verb::word;
    AnswerType: &AnswerType::ALL, AnswerType::word;
    Effect: &Effect::ALL, Effect::word;
    RegisterKind: &RegisterKind::ALL, RegisterKind::word;
    Basis: &[Basis::Policy, Basis::Law, Basis::Local], Basis::word;
    Side: &[Side::Internal, Side::External], |side| match side {
        Side::Internal => "internal",
        Side::External => "external",
    };
    Kind: &[Kind::Response, Kind::Readiness], Kind::word;
    Need: &[Need::Required, Need::Optional], |need| match need {
        Need::Required => "required",
        Need::Optional => "optional",
    };
}
