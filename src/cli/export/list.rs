//! What can be printed, how it stands, what it lacks and which clause asks for that.

use crate::base::Now;
use crate::cli::console::Console;
use crate::cli::failure::{FINE, Failure};
use crate::contract::printable::printable;
use crate::export::pdf;
use crate::page::printed::Printed;
use crate::report::{self, Options, PageId};
use crate::session::printing::{Stand, Was};
use crate::store::CaseFolder;

pub(super) fn list(folder: &CaseFolder, json: bool, now: Now, console: &mut Console<'_>) -> Result<u8, Failure> {
    let was = Was::of(folder, &Stand::Now, now).map_err(|why| super::failure(why.into()))?;
    was.looking(|view, _| -> Result<u8, Failure> {
        let found = printable(view);
        if json {
            console.json(&found)?;
            return Ok(FINE);
        }
        let wide = found.all.iter().map(|one| one.what.chars().count()).max().unwrap_or(0);
        for one in &found.all {
            console.line(&format!("{:wide$}  {}: {}", one.what, one.title, one.says))?;
            let lacks = one.lacks();
            if !lacks.is_empty() {
                console.line(&format!("{:wide$}  missing: {}", "", lacks.join("; ")))?;
            }
            if let Some(words) = Printed::parse(&one.what).and_then(|printed| unprinted(view, &printed)) {
                console.line(&format!("{:wide$}  {words}", ""))?;
            }
        }
        Ok(FINE)
    })
}

/// That a PDF would have signs that no font has, before it is made.
fn unprinted(view: &crate::judge::View<'_>, printed: &Printed) -> Option<String> {
    let page = match printed {
        Printed::Page(page) => PageId::Page(*page),
        Printed::List(id) => PageId::List(id.clone()),
        Printed::Document(_) => return None,
    };
    let sheet = report::page(view, &page, &Options::default()).ok()?;
    pdf::unprinted(&sheet).words()
}
