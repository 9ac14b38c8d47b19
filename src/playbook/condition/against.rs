//! Which two names can be compared with one another: values of one type that have an order.

use super::ast::Subject;
use super::known::Known;
use crate::playbook::question::AnswerType;

/// Whether a name is compared with one of its options.
pub(super) fn has_options(known: Option<&Known>) -> bool {
    match known {
        Some(Known::Question { answer, .. }) => matches!(answer, AnswerType::OneOf | AnswerType::ManyOf),
        Some(Known::Decision(_) | Known::Scale(_)) => true,
        _ => false,
    }
}

/// Whether two subjects can be compared; else what is wrong, and what helps.
pub(super) fn comparable(one: (&Subject, &Known), other: (&Subject, &Known)) -> Result<(), (String, String)> {
    let types = (answered(one), answered(other));
    let (Some((first, currency)), Some((second, other_currency))) = types else {
        let (subject, _) = if types.0.is_none() { one } else { other };
        let message = format!("`{}` cannot be compared with another name; one side must be a value.", subject.id());
        let help =
            "Two questions can be compared if both are answered with a number, an amount, a span of time or a time.";
        return Err((message, help.to_owned()));
    };
    let (one, other) = (one.0.id(), other.0.id());
    if first != second {
        let message = format!("`{one}` is answered with `{}` and `{other}` with `{}`.", first.word(), second.word());
        return Err((message, "Compare two questions of one type.".to_owned()));
    }
    if first == AnswerType::Money && currency != other_currency {
        let code = |code: [u8; 3]| code.map(char::from).iter().collect::<String>();
        let message = format!("`{one}` is asked in {} and `{other}` in {}.", code(currency), code(other_currency));
        return Err((message, "Amounts of two currencies are never compared.".to_owned()));
    }
    Ok(())
}

/// The type of an answer that has an order, and its currency.
fn answered((subject, known): (&Subject, &Known)) -> Option<(AnswerType, [u8; 3])> {
    let Known::Question { answer, currency, .. } = known else { return None };
    let ordered = matches!(answer, AnswerType::Number | AnswerType::Money | AnswerType::Duration | AnswerType::When);
    let has_a_value = matches!(subject, Subject::Answer(_) | Subject::Rows(_) | Subject::Row(_));
    (ordered && has_a_value).then_some((*answer, *currency))
}
