//! Signs into a tree, by recursive descent with a bound on depth and size.

use super::ast::Comparison;
use super::fault::Fault;
use super::lex::{Sign, lex};
use super::tree::{Kind, Node};
use crate::source::Code;
use std::ops::Range;

/// Deepest nesting of brackets and negations.
const DEEPEST: usize = 24;
/// Most signs of one condition.
const MOST_SIGNS: usize = 600;

pub(super) fn parse(text: &str) -> Result<Node, Fault> {
    let signs = lex(text)?;
    if signs.len() > MOST_SIGNS {
        let message = format!("This condition has more than {MOST_SIGNS} words and signs.");
        return Err(Fault::new(Code::ConditionTooDeep, 0..text.len(), message));
    }
    let mut parser = Parser { signs, at: 0, depth: 0, end: text.len() };
    let node = parser.any()?;
    match parser.signs.get(parser.at) {
        None => Ok(node),
        Some((sign, range)) => Err(unexpected(sign, range.clone())),
    }
}

/// What a sign that stands in a wrong place was perhaps meant to be.
fn unexpected(sign: &Sign, range: Range<usize>) -> Fault {
    let (shown, help) = match sign {
        Sign::Word(word) => (
            format!("`{word}`"),
            match word.to_ascii_lowercase().as_str() {
                "and" => Some("`and` is written `&&`."),
                "or" => Some("`or` is written `||`."),
                "is" | "equals" => Some("Equality is written `==`."),
                "not" => Some("`not` is written `!`, in front of the name."),
                "contains" | "has" => Some("Whether an option was chosen is written `\"option\" in question`."),
                _ => None,
            },
        ),
        Sign::Number(number) => (format!("`{number}`"), None),
        Sign::Text(_) => ("This text".to_owned(), None),
        Sign::Mark(mark) => (format!("`{mark}`"), None),
    };
    let fault = Fault::new(Code::ConditionSyntax, range, format!("{shown} does not fit here."));
    match help {
        Some(help) => fault.help(help),
        None => fault,
    }
}

struct Parser {
    signs: Vec<(Sign, Range<usize>)>,
    at: usize,
    depth: usize,
    end: usize,
}

impl Parser {
    fn sees(&self, mark: &str) -> bool {
        matches!(self.signs.get(self.at), Some((Sign::Mark(seen), _)) if *seen == mark)
    }

    /// Whether something follows that would stand behind a negation.
    fn sees_an_operand(&self) -> bool {
        matches!(self.signs.get(self.at), Some((Sign::Word(word), _)) if word != "in") || self.sees("(")
    }

    fn takes(&mut self, mark: &str) -> bool {
        let seen = self.sees(mark);
        self.at += usize::from(seen);
        seen
    }

    fn expect(&mut self, mark: &str) -> Result<Range<usize>, Fault> {
        match self.signs.get(self.at) {
            Some((Sign::Mark(seen), range)) if *seen == mark => {
                self.at += 1;
                Ok(range.clone())
            }
            Some((_, range)) => {
                Err(Fault::new(Code::ConditionSyntax, range.clone(), format!("Expected `{mark}` here.")))
            }
            None => Err(self.ended(&format!("Expected `{mark}` at the end."))),
        }
    }

    fn ended(&self, message: &str) -> Fault {
        Fault::new(Code::ConditionSyntax, self.end..self.end, message)
    }

    /// `a || b || c`
    fn any(&mut self) -> Result<Node, Fault> {
        let mut left = self.all()?;
        while self.takes("||") {
            let right = self.all()?;
            let range = left.range.start..right.range.end;
            left = Node { range, kind: Kind::Or(Box::new(left), Box::new(right)) };
        }
        Ok(left)
    }

    /// `a && b && c`
    fn all(&mut self) -> Result<Node, Fault> {
        let mut left = self.comparison()?;
        while self.takes("&&") {
            let right = self.comparison()?;
            let range = left.range.start..right.range.end;
            left = Node { range, kind: Kind::And(Box::new(left), Box::new(right)) };
        }
        Ok(left)
    }

    /// `a == b`, `a in b`, or one value alone
    fn comparison(&mut self) -> Result<Node, Fault> {
        let left = self.value()?;
        let sign = match self.signs.get(self.at) {
            Some((Sign::Word(word), _)) if word == "in" => None,
            Some((Sign::Mark(mark), _)) => match comparison(mark) {
                Some(comparison) => Some(comparison),
                None => return Ok(left),
            },
            _ => return Ok(left),
        };
        self.at += 1;
        let right = self.value()?;
        let range = left.range.start..right.range.end;
        let (left, right) = (Box::new(left), Box::new(right));
        let kind = match sign {
            Some(sign) => Kind::Compare(left, sign, right),
            None => Kind::In(left, right),
        };
        Ok(Node { range, kind })
    }

    fn value(&mut self) -> Result<Node, Fault> {
        self.depth += 1;
        let node = if self.depth > DEEPEST {
            let range = self.signs.get(self.at).map_or(self.end..self.end, |(_, range)| range.clone());
            let message = format!("More than {DEEPEST} brackets or negations stand inside each other.");
            Err(Fault::new(Code::ConditionTooDeep, range, message))
        } else {
            self.primary()
        };
        self.depth -= 1;
        node
    }

    fn primary(&mut self) -> Result<Node, Fault> {
        let Some((sign, range)) = self.signs.get(self.at).cloned() else {
            return Err(self.ended("The condition ends where something is still expected."));
        };
        self.at += 1;
        let kind = match sign {
            Sign::Mark("!") => {
                let inner = self.value()?;
                let range = range.start..inner.range.end;
                return Ok(Node { range, kind: Kind::Not(Box::new(inner)) });
            }
            Sign::Mark("(") => {
                let inner = self.any()?;
                let end = self.expect(")")?.end;
                return Ok(Node { range: range.start..end, kind: inner.kind });
            }
            Sign::Mark("[") => return self.list(range.start),
            Sign::Number(number) => Kind::Number(number),
            Sign::Text(text) => Kind::Text(text),
            Sign::Word(word) if word == "true" || word == "false" => Kind::YesNo(word == "true"),
            Sign::Word(word) if word.eq_ignore_ascii_case("not") && self.sees_an_operand() => {
                return Err(unexpected(&Sign::Word(word), range));
            }
            Sign::Word(word) if word != "in" => return self.name(word, range),
            other => return Err(unexpected(&other, range)),
        };
        Ok(Node { range, kind })
    }

    /// `[a, b]`, after the opening bracket
    fn list(&mut self, start: usize) -> Result<Node, Fault> {
        let mut members = Vec::new();
        while !self.sees("]") {
            members.push(self.value()?);
            if !self.takes(",") {
                break;
            }
        }
        let end = self.expect("]")?.end;
        Ok(Node { range: start..end, kind: Kind::List(members) })
    }

    /// `x`, `rule.x`, `clock.x.late`, `has(x)`, `possible(a && b)`, `any(a && b)`, after the first word
    fn name(&mut self, word: String, range: Range<usize>) -> Result<Node, Fault> {
        if self.takes("(") {
            let inner = if matches!(word.as_str(), "possible" | "any" | "all") { self.any()? } else { self.value()? };
            let end = self.expect(")")?.end;
            return Ok(Node { range: range.start..end, kind: Kind::Function(word, Box::new(inner)) });
        }
        if !self.takes(".") {
            return Ok(Node { range, kind: Kind::Name(None, word) });
        }
        match self.signs.get(self.at).cloned() {
            Some((Sign::Word(id), end)) if word == "clock" => {
                self.at += 1;
                let late = [Sign::Mark("."), Sign::Word("late".to_owned())];
                let follows =
                    self.signs.get(self.at..self.at + 2).filter(|signs| signs.iter().map(|(sign, _)| sign).eq(&late));
                let Some(end) = follows.map(|signs| signs[1].1.end) else {
                    let message = "Of a clock only whether it is late can be asked.";
                    let fault = Fault::new(Code::ConditionSyntax, range.start..end.end, message);
                    return Err(fault.help(format!("Written `clock.{id}.late`.")));
                };
                self.at += 2;
                Ok(Node { range: range.start..end, kind: Kind::Name(Some(word), id) })
            }
            Some((Sign::Word(id), end)) => {
                self.at += 1;
                Ok(Node { range: range.start..end.end, kind: Kind::Name(Some(word), id) })
            }
            Some((sign, range)) => Err(unexpected(&sign, range)),
            None => Err(self.ended("A name is expected after the dot.")),
        }
    }
}

fn comparison(mark: &str) -> Option<Comparison> {
    Some(match mark {
        "==" => Comparison::Equal,
        "!=" => Comparison::NotEqual,
        "<" => Comparison::Less,
        "<=" => Comparison::AtMost,
        ">" => Comparison::More,
        ">=" => Comparison::AtLeast,
        _ => return None,
    })
}
