//! Values written in a condition, and whether they fit what they are compared with.

use super::ast::{Comparison, Literal};
use super::fault::Fault;
use super::known::Known;
use super::tree::{Kind, Node};
use crate::base::{ItemId, Money};
use crate::playbook::question::AnswerType;
use crate::source::Code;

pub(super) fn literal(node: &Node) -> Result<Literal, Fault> {
    let fault = |message: String| Fault::new(Code::ConditionType, node.range.clone(), message);
    match &node.kind {
        Kind::YesNo(value) => Ok(Literal::YesNo(*value)),
        Kind::Text(text) => Ok(Literal::Option(text.clone())),
        Kind::Number(number) => {
            whole(number).map(Literal::Number).ok_or_else(|| fault(format!("`{number}` is not a whole number.")))
        }
        Kind::Function(name, inner) => {
            let Kind::Number(number) = &inner.kind else {
                return Err(fault(format!("`{name}(...)` takes a number.")));
            };
            let unit = match name.as_str() {
                "minutes" => Some(60),
                "hours" => Some(3600),
                "days" => Some(86_400),
                _ => None,
            };
            if let Some(unit) = unit {
                let seconds = whole(number).and_then(|n| n.checked_mul(unit));
                return seconds
                    .map(Literal::Duration)
                    .ok_or_else(|| fault(format!("`{number}` is not a whole number of {name}.")));
            }
            let code = currency(name).ok_or_else(|| {
                fault(format!("`{name}(...)` has no meaning here."))
                    .help("Known: has(...), minutes(...), hours(...), days(...), and currencies such as usd(...).")
            })?;
            Money::parse_typed(number, code)
                .map(Literal::Money)
                .ok_or_else(|| fault(format!("`{number}` is not an amount of money.")))
        }
        _ => Err(fault("A value is expected here: a number, an option in quotes, an amount.".to_owned())),
    }
}

/// Digits with `_` between them.
fn whole(number: &str) -> Option<u64> {
    let digits = number.replace('_', "");
    (digits.len() <= 15 && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

/// The ISO 4217 code that is written in small letters.
fn currency(name: &str) -> Option<[u8; 3]> {
    let code: [u8; 3] = name.as_bytes().try_into().ok()?;
    code.iter().all(u8::is_ascii_lowercase).then(|| code.map(|b| b.to_ascii_uppercase()))
}

/// The same comparison with its sides exchanged.
pub(super) fn turned(sign: Comparison) -> Comparison {
    match sign {
        Comparison::Less => Comparison::More,
        Comparison::AtMost => Comparison::AtLeast,
        Comparison::More => Comparison::Less,
        Comparison::AtLeast => Comparison::AtMost,
        same => same,
    }
}

/// Whether the value and the sign fit what stands on the other side.
pub(super) fn typed(id: &ItemId, known: &Known, sign: Comparison, value: &Literal, node: &Node) -> Result<(), Fault> {
    let fault = |code, message: String| Fault::new(code, node.range.clone(), message);
    let equality = matches!(sign, Comparison::Equal | Comparison::NotEqual);
    let wanted = match known {
        Known::Question { answer: AnswerType::OneOf | AnswerType::ManyOf, options, .. }
        | Known::Decision(options)
        | Known::Scale(options) => {
            let Literal::Option(written) = value else {
                return Err(fault(Code::ConditionType, format!("`{id}` is compared with one of its options."))
                    .help(listed(options)));
            };
            if !options.contains(written) {
                let fault = fault(Code::ConditionUnknownOption, format!("`{written}` is not an option of `{id}`."));
                return Err(fault.help(listed(options)).did_you_mean(written, options.iter().map(String::as_str)));
            }
            return if equality {
                Ok(())
            } else {
                Err(fault(Code::ConditionType, "Options have no order; use == or !=.".to_owned()))
            };
        }
        Known::Question { answer: AnswerType::Number, .. } => match value {
            Literal::Number(_) => return Ok(()),
            _ => "a number, such as 100",
        },
        Known::Question { answer: AnswerType::Money, currency, .. } => match value {
            Literal::Money(money) if money.currency == *currency => return Ok(()),
            Literal::Money(_) => {
                let own: String = currency.iter().map(|b| char::from(*b)).collect();
                let message = format!("`{id}` is asked in {own}; an amount in another currency stays undecided.");
                return Err(fault(Code::CurrencyDiffers, message));
            }
            _ => "an amount with its currency, such as usd(100_000)",
        },
        Known::Question { answer: AnswerType::Duration, .. } => match value {
            Literal::Duration(_) => return Ok(()),
            _ => "a span of time, such as hours(4)",
        },
        Known::Question { answer: AnswerType::YesNo, .. }
        | Known::Rule
        | Known::Task
        | Known::Call
        | Known::Clock { .. }
        | Known::Silence => match value {
            Literal::YesNo(_) if equality => return Ok(()),
            _ => "true or false; it can also stand alone",
        },
        Known::Words => match value {
            Literal::Option(_) if equality => return Ok(()),
            Literal::Option(_) => {
                return Err(fault(Code::ConditionType, "Words have no order; use == or !=.".to_owned()));
            }
            _ => "words in quotes",
        },
        Known::Question { answer, .. } => {
            let message = format!("`{id}` is answered with `{}`, which cannot be compared.", answer.word());
            return Err(fault(Code::ConditionType, message).help(format!("Whether it is answered is `has({id})`.")));
        }
        Known::Register { .. } => "nothing: only `has(...)` and `rows(...)` look at a register",
        Known::Other(word) => {
            return Err(fault(Code::ConditionType, format!("`{id}` is a {word}; it cannot be compared.")));
        }
    };
    Err(fault(Code::ConditionType, format!("`{id}` is compared with {wanted}.")))
}

/// A value as it is compared: words of a cell are the same in any capitals.
pub(super) fn in_small(value: Literal, known: &Known) -> Literal {
    match (value, known) {
        (Literal::Option(words), Known::Words) => Literal::Option(words.trim().to_lowercase()),
        (value, _) => value,
    }
}

fn listed(options: &[String]) -> String {
    format!("Options: {}.", options.join(", "))
}
