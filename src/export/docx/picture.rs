//! The squares of a QR code as a picture: PNG with one bit a dot (W3C, Portable Network Graphics), packed by the zip around it.

use super::xml::Xml;
use crate::export::squares::{QUIET, Squares};

/// Dots of a square on each side, so that no reader blurs them.
const DOTS: usize = 8;
/// A square on paper, in EMU: 0.8 mm.
const SQUARE: usize = 28_800;

/// The pictures of a file, as they are numbered in it from 1.
#[derive(Default)]
pub struct Pictures(Vec<Vec<u8>>);

/// Which picture, and how long its sides are in EMU.
#[derive(Clone, Copy)]
pub struct Numbered {
    number: usize,
    side: usize,
}

impl Pictures {
    /// `None` where the text is longer than a code can hold.
    pub fn add(&mut self, code: &str) -> Option<Numbered> {
        let squares = Squares::of(code)?;
        let side = squares.side + 2 * QUIET;
        self.0.push(png(&squares));
        Some(Numbered { number: self.0.len(), side: side * SQUARE })
    }

    /// Name and bytes of each.
    pub fn files(&self) -> impl Iterator<Item = (String, &[u8])> {
        self.0.iter().enumerate().map(|(at, png)| (name(at + 1), png.as_slice()))
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }
}

pub fn name(number: usize) -> String {
    format!("media/code{number}.png")
}

/// By this a picture is named in the body.
pub fn relation(number: usize) -> String {
    format!("code{number}")
}

/// A picture that stands in a paragraph like a letter.
pub fn write(xml: &mut Xml, picture: Numbered) {
    const MAIN: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
    let (number, side, name) = (picture.number.to_string(), picture.side.to_string(), relation(picture.number));
    let size = [("cx", side.as_str()), ("cy", side.as_str())];
    let none = [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
    let inline = |xml: &mut Xml| {
        xml.empty("wp:extent", &size);
        xml.empty("wp:docPr", &[("id", &number), ("name", &name), ("descr", "QR code of the text below")]);
        xml.within("a:graphic", &[("xmlns:a", MAIN)], |xml| {
            xml.within("a:graphicData", &[("uri", PICTURE)], |xml| {
                xml.within("pic:pic", &[("xmlns:pic", PICTURE)], |xml| inside(xml, &number, &name, &size));
            });
        });
    };
    xml.within("w:r", &[], |xml| {
        xml.within("w:drawing", &[], |xml| xml.within("wp:inline", &none, inline));
    });
}

const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

fn inside(xml: &mut Xml, number: &str, name: &str, size: &[(&str, &str)]) {
    xml.within("pic:nvPicPr", &[], |xml| {
        xml.empty("pic:cNvPr", &[("id", number), ("name", name)]);
        xml.empty("pic:cNvPicPr", &[]);
    });
    xml.within("pic:blipFill", &[], |xml| {
        xml.empty("a:blip", &[("r:embed", name)]);
        xml.within("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
    });
    xml.within("pic:spPr", &[], |xml| {
        xml.within("a:xfrm", &[], |xml| {
            xml.empty("a:off", &[("x", "0"), ("y", "0")]);
            xml.empty("a:ext", size);
        });
        xml.within("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
    });
}

fn png(squares: &Squares) -> Vec<u8> {
    let side = (squares.side + 2 * QUIET) * DOTS;
    let is_white = |column: usize, row: usize| {
        let inside = |dot: usize| (dot / DOTS).checked_sub(QUIET);
        !inside(column).zip(inside(row)).is_some_and(|(column, row)| squares.is_dark(column, row))
    };
    let mut dots = Vec::new();
    for row in 0..side {
        dots.push(0); // Each row as it is, no filter.
        dots.extend(
            (0..side / 8).map(|byte| (0..8).fold(0, |bits, bit| bits << 1 | u8::from(is_white(byte * 8 + bit, row)))),
        );
    }
    let side = (side as u32).to_be_bytes();
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    // One bit, grey, packed by deflate, no filters beyond the basic ones, not interlaced.
    chunk(&mut out, *b"IHDR", &[&side[..], &side, &[1, 0, 0, 0, 0]].concat());
    chunk(&mut out, *b"IDAT", &stored(&dots));
    chunk(&mut out, *b"IEND", &[]);
    out
}

fn chunk(out: &mut Vec<u8>, kind: [u8; 4], data: &[u8]) {
    let named = [&kind[..], data].concat();
    out.extend((data.len() as u32).to_be_bytes());
    out.extend(&named);
    out.extend(crc32(&named).to_be_bytes());
}

/// A zlib stream of stored blocks (RFC 1950, RFC 1951).
fn stored(data: &[u8]) -> Vec<u8> {
    let mut out = vec![0x78, 0x01];
    let blocks = data.chunks(0xFFFF).collect::<Vec<_>>();
    for (at, block) in blocks.iter().enumerate() {
        let length = block.len() as u16;
        out.push(u8::from(at + 1 == blocks.len()));
        out.extend(length.to_le_bytes());
        out.extend((!length).to_le_bytes());
        out.extend(*block);
    }
    let (a, b) = data.iter().fold((1_u32, 0_u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    out.extend((b << 16 | a).to_be_bytes());
    out
}

fn crc32(data: &[u8]) -> u32 {
    !data.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}
