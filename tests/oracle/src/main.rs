//! Random conditions with random answers missing, worked out by us and by `cel`: the verdicts must agree.
//!
//! `cargo run --release --manifest-path tests/oracle/Cargo.toml [COUNT [SEED]]`. A missing answer is an undeclared variable
//! there, which `cel` carries through `&&` and `||` as we carry "not known".

use breachbook::base::{Count, ItemId};
use breachbook::judge::Answer;
use breachbook::judge::verdict::{Facts, Known, evaluate};
use breachbook::playbook::condition::{Condition, Known as Name, Names, Subject};
use breachbook::playbook::question::AnswerType;
use std::collections::BTreeMap;

const YES_NO: [&str; 4] = ["a", "b", "c", "d"];
const NUMBERS: [&str; 2] = ["m", "n"];
const CHOICES: [&str; 2] = ["s", "t"];
const OPTIONS: [&str; 3] = ["red", "green", "blue"];

/// A small generator of our own: the same seed gives the same run everywhere (xorshift64*, Vigna 2016).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % end
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

fn condition(dice: &mut Dice, depth: usize) -> String {
    let leaf = depth == 0 || dice.below(4) == 0;
    if leaf {
        return match dice.below(5) {
            0 | 1 => dice.of(&YES_NO).to_owned(),
            2 => format!("{} {} {}", dice.of(&NUMBERS), dice.of(&["<", "<=", ">", ">=", "==", "!="]), dice.below(6)),
            3 => format!("{} {} \"{}\"", dice.of(&CHOICES), dice.of(&["==", "!="]), dice.of(&OPTIONS)),
            _ => format!("{} in [\"{}\", \"{}\"]", dice.of(&CHOICES), dice.of(&OPTIONS), dice.of(&OPTIONS)),
        };
    }
    let left = condition(dice, depth - 1);
    match dice.below(5) {
        0 => format!("!({left})"),
        1 | 2 => format!("({left}) && ({})", condition(dice, depth - 1)),
        _ => format!("({left}) || ({})", condition(dice, depth - 1)),
    }
}

struct Answers(BTreeMap<&'static str, Known>);

impl Facts for Answers {
    fn known(&self, subject: &Subject) -> Known {
        self.0.get(subject.id().as_str()).cloned().unwrap_or(Known::Nothing)
    }
}

fn names() -> Names {
    let mut names = Names::default();
    let mut declare = |id: &str, answer, options: &[&str]| {
        let options = options.iter().map(|option| (*option).to_owned()).collect();
        names.declare(id, Name::Question { answer, options, currency: *b"AUD" });
    };
    YES_NO.iter().for_each(|id| declare(id, AnswerType::YesNo, &[]));
    NUMBERS.iter().for_each(|id| declare(id, AnswerType::Number, &[]));
    CHOICES.iter().for_each(|id| declare(id, AnswerType::OneOf, &OPTIONS));
    names
}

/// Answers some of the questions, for both readers.
fn answers(dice: &mut Dice) -> (Answers, cel::Context<'static, 'static>) {
    let mut ours = BTreeMap::new();
    let mut theirs = cel::Context::default();
    for id in YES_NO.into_iter().chain(NUMBERS).chain(CHOICES) {
        if dice.below(3) == 0 {
            continue;
        }
        if YES_NO.contains(&id) {
            let value = dice.below(2) == 0;
            ours.insert(id, Known::YesNo(value));
            theirs.add_variable_from_value(id, value);
        } else if NUMBERS.contains(&id) {
            let value = dice.below(6);
            ours.insert(id, Known::Answer(Answer::Number(Count::Exact(value as u64))));
            theirs.add_variable_from_value(id, value as i64);
        } else {
            let value = dice.of(&OPTIONS);
            ours.insert(id, Known::Answer(Answer::One(value.to_owned())));
            theirs.add_variable_from_value(id, value.to_owned());
        }
    }
    (Answers(ours), theirs)
}

fn main() {
    let mut arguments = std::env::args().skip(1).map(|text| text.parse::<u64>().expect("a number"));
    let count = arguments.next().unwrap_or(20_000);
    let mut dice = Dice(arguments.next().unwrap_or(0x5eed_b00c).max(1));
    let names = names();
    assert!(ItemId::new("a").is_some());
    let (mut unknown, mut differ) = (0, 0);
    for _ in 0..count {
        let text = condition(&mut dice, 4);
        let (ours, theirs) = answers(&mut dice);
        let read = Condition::parse(&text, &names).unwrap_or_else(|faults| panic!("{text}: {faults:?}"));
        let our_verdict = evaluate(&read.root, &ours).value;
        let program = cel::Program::compile(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let their_verdict = match program.execute(&theirs) {
            Ok(cel::Value::Bool(value)) => Some(value),
            Err(cel::ExecutionError::UndeclaredReference(_)) => None,
            other => panic!("{text}: {other:?}"),
        };
        unknown += usize::from(our_verdict.is_none());
        if our_verdict != their_verdict {
            differ += 1;
            println!("differ: {text}\n  ours {our_verdict:?}, theirs {their_verdict:?}, answers {:?}", ours.0);
        }
    }
    println!("{count} conditions, {unknown} not known, {differ} differ");
    std::process::exit(i32::from(differ > 0));
}
