"""Makes the samples beside it: one small file for each format, planted with everything a phone or a program writes into it.

    pip install pillow pillow-heif av numpy; apt-get install libimage-exiftool-perl; python3 make.py

The pictures are drawn here, so they are nobody's. Every planted text holds the word MARKER.
"""

import fractions
import io
import pathlib
import struct
import subprocess

import av
import numpy
import pillow_heif
from PIL import Image, ImageCms, PngImagePlugin

HERE = pathlib.Path(__file__).parent
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

# Taken in Ipoh on 3 March 2024 at 14:12 with an iPhone 14 held upright.
PLANTED = [
    "-EXIF:Make=Apple", "-EXIF:Model=iPhone 14", "-EXIF:Orientation#=6", "-EXIF:Software=MARKERsoftware",
    "-EXIF:DateTimeOriginal=2024:03:03 14:12:09", "-EXIF:ModifyDate=2024:04:01 09:00:00",
    "-EXIF:GPSLatitude=4.5975", "-EXIF:GPSLatitudeRef=N", "-EXIF:GPSLongitude=101.0901", "-EXIF:GPSLongitudeRef=E",
    "-EXIF:GPSDateStamp=2024:03:03", "-EXIF:SerialNumber=MARKERserial", "-EXIF:OwnerName=MARKERowner", "-EXIF:Artist=MARKERartist",
    "-EXIF:ImageDescription=MARKERdescription", "-EXIF:UserComment=MARKERcomment", "-EXIF:XPComment=MARKERwide",
    "-EXIF:XPAuthor=MARKERwide", "-EXIF:MakerNoteUnknownText=MARKERnote",
    "-XMP:Creator=MARKERcreator", "-XMP:PersonInImage=MARKERperson", "-XMP:City=MARKERcity", "-XMP:HistorySoftwareAgent=MARKERhistory",
]  # fmt: skip


def frame(step=0, size=(48, 32)):
    x, y = numpy.meshgrid(numpy.arange(size[0]), numpy.arange(size[1]))
    return numpy.stack([x * 5, y * 7, (x * y + step * 40) % 256], axis=-1).astype("uint8")


def picture(step=0):
    return Image.fromarray(frame(step))


def exiftool(name, *tags):
    subprocess.run(["exiftool", "-q", "-q", "-m", "-overwrite_original", *tags, str(HERE / name)], check=True)


def film(name, container, codec):
    """Two tracks: pictures, and words that a drone would write its places into."""
    path = str(HERE / name)
    metadata = {"title": "MARKERtitle", "artist": "MARKERartist", "comment": "MARKERcomment", "location": "+04.5975+101.0901/"}
    with av.open(path, "w", format=container) as out:
        out.metadata.update(metadata)
        pictures = out.add_stream(codec, rate=10, options={"bf": "0"})
        pictures.width, pictures.height, pictures.pix_fmt = 48, 32, "yuv420p"
        words = out.add_stream("mov_text")
        words.codec_context.subtitle_header = b"[Script Info]\nScriptType: v4.00+\n[Events]\n"
        for step in range(5):
            for packet in pictures.encode(av.VideoFrame.from_ndarray(frame(step), format="rgb24")):
                out.mux(packet)
        for packet in pictures.encode():
            out.mux(packet)
        text = b"MARKER 4.5975,101.0901"
        packet = av.Packet(struct.pack(">H", len(text)) + text)
        packet.stream, packet.pts, packet.dts, packet.duration = words, 0, 0, 400
        packet.time_base = fractions.Fraction(1, 1000)
        out.mux(packet)


small = io.BytesIO()
picture(2).resize((12, 8)).save(small, "JPEG", comment=b"MARKERthumbnail")
(HERE / "small.jpg").write_bytes(small.getvalue())

picture().save(HERE / "photo.jpg", quality=90, icc_profile=PROFILE, progressive=True, comment=b"MARKERcomment")
exiftool("photo.jpg", *PLANTED, f"-ThumbnailImage<={HERE / 'small.jpg'}", "-IPTC:By-line=MARKERbyline", "-IPTC:City=MARKERcity", "-Photoshop:URL=MARKERurl")
with open(HERE / "photo.jpg", "ab") as file:
    file.write(b"\0\0\0\x18ftypmp42MARKERfilm" + b"SEFT")

text = PngImagePlugin.PngInfo()
text.add_text("Comment", "MARKERcomment")
text.add_text("Author", "MARKERauthor")
text.add_itxt("Description", "MARKERdescription", "en", "")
picture().save(HERE / "photo.png", pnginfo=text, icc_profile=PROFILE)
exiftool("photo.png", *PLANTED)
frames = [picture(step) for step in range(3)]
frames[0].save(HERE / "moving.png", save_all=True, append_images=frames[1:], duration=100, pnginfo=text)
exiftool("moving.png", *PLANTED)

frames[0].save(HERE / "photo.webp", save_all=True, append_images=frames[1:], duration=100, lossless=True, icc_profile=PROFILE)
exiftool("photo.webp", *PLANTED)
frames[0].save(HERE / "photo.gif", save_all=True, append_images=frames[1:], duration=100, loop=0, comment=b"MARKERcomment")
exiftool("photo.gif", "-XMP:Creator=MARKERcreator", "-XMP:GPSLatitude=4.5975 N", "-XMP:GPSLongitude=101.0901 E", "-XMP-tiff:Model=iPhone 14")

frames[0].save(HERE / "photo.tiff", save_all=True, append_images=frames[1:], compression="tiff_lzw")
exiftool("photo.tiff", *PLANTED, "-IPTC:By-line=MARKERbyline")

pillow_heif.register_heif_opener()
picture().save(HERE / "photo.heic", quality=60, icc_profile=PROFILE)
exiftool("photo.heic", *PLANTED)
picture().save(HERE / "photo.avif", quality=60, icc_profile=PROFILE)
exiftool("photo.avif", *PLANTED)

film("film.mp4", "mp4", "libx264")
exiftool("film.mp4", "-XMP:Creator=MARKERcreator", "-CreateDate=2024:03:03 14:12:09")
film("film.mov", "mov", "libx264")
exiftool(
    "film.mov", "-Keys:GPSCoordinates=4.5975, 101.0901, 20", "-Keys:Make=Apple", "-Keys:Model=iPhone 14",
    "-Keys:CreationDate=2024:03:03 14:12:09+08:00", "-Keys:Author=MARKERauthor", "-XMP:Creator=MARKERcreator",
)  # fmt: skip
(HERE / "small.jpg").unlink()
for path in sorted(HERE.glob("*.*")):
    print(path.name, path.stat().st_size)
