"""Says whether two files show the same: python3 decode.py BEFORE AFTER. Ends with 77 when what it needs is not installed.

    pip install pillow pillow-heif av
"""

import sys

try:
    import av
    import pillow_heif
    from PIL import Image, ImageSequence
except ImportError as missing:
    print(missing)
    sys.exit(77)

pillow_heif.register_heif_opener()


def shown(path):
    """Every frame as pixels, with how it is turned, its colours and how long it stays."""
    if path.endswith((".mp4", ".mov")):
        with av.open(path) as film:
            return [(frame.pts, frame.to_ndarray(format="rgb24").tobytes()) for frame in film.decode(video=0)]
    with Image.open(path) as image:
        turned, profile = image.getexif().get(274, 1), image.info.get("icc_profile")
        frames = ImageSequence.Iterator(image)
        return [(frame.convert("RGBA").tobytes(), turned, profile, frame.info.get("duration")) for frame in frames]


before, after = map(shown, sys.argv[1:])
if not before or before != after:
    sys.exit("they do not show the same")
print(len(before), "frames")
