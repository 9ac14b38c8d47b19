//! An earlier file once more: made from what it was made from, it must have the same bytes.

use super::leave::{Left, NotLeft, Place};
use super::options;
use super::order::{Order, Print};
use super::was::Stand;
use crate::base::Now;
use crate::base::written::Word;
use crate::case::Fact;
use crate::export::Format;
use crate::journal::Head;
use crate::record::own::{self, PROGRAM};
use crate::session::drill::ControlRead;
use crate::store::CaseFolder;
use std::rc::Rc;

/// What an entry says of a file that has left.
#[derive(Clone, Debug)]
pub struct Again {
    order: Order,
    place: Place,
    sha256: String,
    program: String,
    fonts: Option<String>,
}

/// Why a file does not come out as it was.
#[derive(Debug)]
pub enum Differs {
    /// The entry names a page or format that this program does not know.
    Unknown(String),
    NotLeft(NotLeft),
    /// It has other bytes; what else is not as it was then, as clauses.
    Bytes {
        was: String,
        is: String,
        because: Vec<String>,
    },
}

impl Again {
    /// # Errors
    /// If this program does not know what was printed then.
    pub fn of(fact: &Fact) -> Result<Option<Self>, Differs> {
        let Some((file, program)) = own::left(fact) else { return Ok(None) };
        let unknown = || Differs::Unknown(format!("{} as {}", file.what, file.format));
        let print = Print::parse(&file.what).ok_or_else(unknown)?;
        let format = Format::of_word(&file.format).ok_or_else(unknown)?;
        let heads: Option<Vec<Head>> = file.heads.iter().map(|head| Head::parse(head)).collect();
        let options = options::read(&file.options, &file.profile, file.released_by.clone()).ok_or_else(unknown)?;
        let order = Order {
            prints: vec![print],
            format,
            options,
            stand: Some(Stand::Heads(heads.ok_or_else(unknown)?, file.as_of)),
            to: file.to.clone(),
            control: None,
            now: Now::from(file.as_of),
        };
        let place = if file.name == "-" { Place::Output } else { Place::Documents };
        Ok(Some(Self { order, place, program: program.to_owned(), sha256: file.sha256, fonts: file.fonts }))
    }

    /// The blocks of the control folder that it was made from; empty where it was made from the case alone.
    pub fn control_heads(&self) -> &[Head] {
        &self.order.options.control
    }

    /// The same with the control folder up to these blocks.
    #[must_use]
    pub fn beside(mut self, control: ControlRead) -> Self {
        self.order.control = Some(Rc::new(control));
        self
    }

    /// Makes it once more; nothing is written.
    ///
    /// # Errors
    /// If it does not come out as it was.
    pub fn make(&self, case: &CaseFolder) -> Result<Left, Differs> {
        let (mut files, _) = self.order.make(case, &self.place).map_err(Differs::NotLeft)?;
        let Some(file) = files.pop() else { return Err(Differs::Unknown(String::new())) };
        let is = file.sha256();
        if is == self.sha256 {
            return Ok(file);
        }
        let mut because = Vec::new();
        if self.program != PROGRAM {
            because.push(format!("it was made with {}, and this is {PROGRAM}", self.program));
        }
        if self.fonts != file.made.fonts {
            because.push("it was set in other fonts".to_owned());
        }
        Err(Differs::Bytes { was: self.sha256.clone(), is, because })
    }
}
