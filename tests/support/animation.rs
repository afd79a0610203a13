//! What stands in a finished GIF, APNG or PNG: its last picture and its words, read without our own code.

/// Pixels from the top left, and their width.
pub type Picture = (Vec<[u8; 3]>, usize);

/// What a player shows in the end, with how many pictures came before, and how long they stood in hundredths of a second.
pub fn gif_end(bytes: &[u8]) -> (Picture, usize, u32) {
    let mut options = gif::DecodeOptions::new();
    options.set_color_output(gif::ColorOutput::RGBA);
    let mut decoder = options.read_info(bytes).unwrap();
    let (width, height) = (usize::from(decoder.width()), usize::from(decoder.height()));
    let mut shown = vec![[0u8; 3]; width * height];
    let (mut count, mut time) = (0, 0);
    while let Some(frame) = decoder.read_next_frame().unwrap() {
        for (i, p) in frame.buffer.chunks_exact(4).enumerate().filter(|(_, p)| p[3] == 255) {
            let (x, y) = (i % usize::from(frame.width), i / usize::from(frame.width));
            let at = (usize::from(frame.top) + y) * width + usize::from(frame.left) + x;
            shown[at] = [p[0], p[1], p[2]];
        }
        count += 1;
        time += u32::from(frame.delay);
    }
    ((shown, width), count, time)
}

/// The comments of a GIF, as its blocks have them; the decoder does not tell them.
pub fn gif_comment(bytes: &[u8]) -> String {
    let colours = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut at = 13 + colours(bytes[10]);
    let mut comment = Vec::new();
    loop {
        let is_comment = match bytes[at] {
            0x21 => {
                at += 2;
                bytes[at - 1] == 0xfe
            }
            0x2c => {
                at += 11 + colours(bytes[at + 9]);
                false
            }
            _ => return String::from_utf8(comment).expect("UTF-8"),
        };
        // blocks with their length before them, up to one of length 0
        while bytes[at] != 0 {
            let next = at + 1 + usize::from(bytes[at]);
            if is_comment {
                comment.extend_from_slice(&bytes[at + 1..next]);
            }
            at = next;
        }
        at += 1;
    }
}

/// The picture that a PNG shows to a program without animation.
pub fn png_still(bytes: &[u8]) -> Picture {
    let mut reader = png::Decoder::new(bytes).read_info().unwrap();
    let mut buffer = vec![0; reader.output_buffer_size()];
    let info = reader.next_frame(&mut buffer).unwrap();
    (triples(&buffer[..info.buffer_size()]), info.width as usize)
}

/// What a player shows in the end of an APNG whose still picture is no part of its animation.
pub fn apng_end(bytes: &[u8]) -> Picture {
    let mut reader = png::Decoder::new(bytes).read_info().unwrap();
    let count = reader.info().animation_control().unwrap().num_frames;
    let mut buffer = vec![0; reader.output_buffer_size()];
    let still = reader.next_frame(&mut buffer).unwrap();
    let (width, height) = (still.width as usize, still.height as usize);
    let mut shown = vec![[0u8; 3]; width * height];
    for _ in 0..count {
        let info = reader.next_frame(&mut buffer).unwrap();
        let place = *reader.info().frame_control().unwrap();
        for (i, p) in triples(&buffer[..info.buffer_size()]).into_iter().enumerate() {
            let (x, y) = (i % info.width as usize, i / info.width as usize);
            shown[(place.y_offset as usize + y) * width + place.x_offset as usize + x] = p;
        }
    }
    (shown, width)
}

/// Title and description of a PNG or an APNG.
pub fn png_words(bytes: &[u8]) -> [String; 2] {
    let reader = png::Decoder::new(bytes).read_info().unwrap();
    let text = &reader.info().utf8_text;
    ["Title", "Description"].map(|keyword| {
        let chunk = text.iter().find(|t| t.keyword == keyword).expect(keyword);
        chunk.get_text().unwrap()
    })
}

/// The largest difference of a channel of a pixel; pictures of other sizes are as far apart as can be.
pub fn apart(a: &Picture, b: &Picture) -> u8 {
    if a.1 != b.1 || a.0.len() != b.0.len() {
        return u8::MAX;
    }
    a.0.iter().zip(&b.0).map(off).max().unwrap()
}

/// How many pixels of two pictures of one size differ by more than `most`.
pub fn pixels_apart(a: &Picture, b: &Picture, most: u8) -> usize {
    a.0.iter().zip(&b.0).map(off).filter(|o| *o > most).count()
}

fn off((a, b): (&[u8; 3], &[u8; 3])) -> u8 {
    (0..3).map(|k| a[k].abs_diff(b[k])).max().unwrap()
}

fn triples(bytes: &[u8]) -> Vec<[u8; 3]> {
    bytes.chunks_exact(3).map(|p| [p[0], p[1], p[2]]).collect()
}
