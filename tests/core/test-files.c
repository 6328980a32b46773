/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file is by its content, what it may be called, and what is not kept of it. */
#include "yc-core-error.h"
#include "yc-file-name.h"
#include "yc-file-type.h"
#include "yc-picture-notes.h"

#include <string.h>

#define PNG_SIGNATURE "\x89PNG\r\n\x1a\n"
#define PNG_END "\0\0\0\0IEND\xae\x42\x60\x82"

/* A PNG of that size by its head, with nothing in it. */
static GByteArray *
create_png (guint32 width,
            guint32 height)
{
  GByteArray *png = g_byte_array_new ();
  guint32 big_width = GUINT32_TO_BE (width);
  guint32 big_height = GUINT32_TO_BE (height);

  g_byte_array_append (png, (const guint8 *) PNG_SIGNATURE, 8);
  g_byte_array_append (png, (const guint8 *) "\0\0\0\x0dIHDR", 8);
  g_byte_array_append (png, (const guint8 *) &big_width, 4);
  g_byte_array_append (png, (const guint8 *) &big_height, 4);
  g_byte_array_append (png, (const guint8 *) "\x08\x02\0\0\0\0\0\0\0", 9);
  g_byte_array_append (png, (const guint8 *) PNG_END, 12);
  return png;
}

static GByteArray *
create_jpeg (guint16 width,
             guint16 height)
{
  GByteArray *jpeg = g_byte_array_new ();
  guint16 big_width = GUINT16_TO_BE (width);
  guint16 big_height = GUINT16_TO_BE (height);

  g_byte_array_append (jpeg, (const guint8 *) "\xff\xd8\xff\xe0\0\x04" "ab\xff\xff\xc2\0\x11\x08", 14);
  g_byte_array_append (jpeg, (const guint8 *) &big_height, 2);
  g_byte_array_append (jpeg, (const guint8 *) &big_width, 2);
  g_byte_array_append (jpeg, (const guint8 *) "\x03\1\x22\0\2\x11\1\3\x11\1\xff\xd9", 12);
  return jpeg;
}

static void
assert_type (GByteArray *file,
             const char *type)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (yc_file_type_check (file->data, file->len, &error), ==, type);
  g_assert_no_error (error);
}

static void
assert_refused (GByteArray  *file,
                YcCoreError  code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (yc_file_type_check (file->data, file->len, &error));
  g_assert_error (error, YC_CORE_ERROR, (int) code);
}

static void
test_sound (void)
{
  g_autoptr (GByteArray) png = create_png (2480, 3508);
  g_autoptr (GByteArray) jpeg = create_jpeg (2480, 3508);
  g_autoptr (GByteArray) pdf = g_byte_array_new ();

  g_byte_array_append (pdf, (const guint8 *) "%PDF-1.7\nstartxref\n9\n%%EOF", 27);
  assert_type (png, YC_FILE_TYPE_PNG);
  assert_type (jpeg, YC_FILE_TYPE_JPEG);
  assert_type (pdf, YC_FILE_TYPE_PDF);
}

/* Some hundred bytes that say they are gigabytes of pixels. */
static void
test_bombs (void)
{
  g_autoptr (GByteArray) png = create_png (50000, 50000);
  g_autoptr (GByteArray) overflow = create_png (0xffffffff, 0xffffffff);
  g_autoptr (GByteArray) thin = create_png (1, 60000);
  g_autoptr (GByteArray) jpeg = create_jpeg (65535, 65535);
  g_autoptr (GByteArray) empty = create_png (0, 100);

  assert_refused (png, YC_CORE_ERROR_FILE_TOO_LARGE);
  assert_refused (overflow, YC_CORE_ERROR_FILE_TOO_LARGE);
  assert_refused (thin, YC_CORE_ERROR_FILE_TOO_LARGE);
  assert_refused (jpeg, YC_CORE_ERROR_FILE_TOO_LARGE);
  assert_refused (empty, YC_CORE_ERROR_FILE_DAMAGED);
}

/* Every file cut anywhere is refused, and nothing is read behind its end (run with sanitizers). */
static void
test_cut (void)
{
  g_autoptr (GByteArray) png = create_png (10, 10);
  g_autoptr (GByteArray) jpeg = create_jpeg (10, 10);
  GByteArray *files[] = { png, jpeg };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    for (guint length = 0; length + 14 < files[i]->len; length++)
      {
        g_autofree guint8 *cut = g_memdup2 (files[i]->data, length);
        g_autoptr (GError) error = NULL;

        g_assert_null (yc_file_type_check (cut, length, &error));
        g_assert_nonnull (error);
      }
}

static void
test_others (void)
{
  static const char *const others[] = {
    "", "MZ\x90", "<html>%PDF-1.7 %%EOF", "GIF89a", "PK\3\4", "RIFF\1\2\3\4WEBP", " %PDF-1.4 %%EOF",
    "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "\xff\xd8", "II*\0",
  };
  g_autoptr (GByteArray) broken = g_byte_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GByteArray) file = g_byte_array_new ();

      g_byte_array_append (file, (const guint8 *) others[i], strlen (others[i]));
      assert_refused (file, YC_CORE_ERROR_FILE_TYPE);
    }
  g_byte_array_append (broken, (const guint8 *) "%PDF-1.7\n1 0 obj", 16);
  assert_refused (broken, YC_CORE_ERROR_FILE_DAMAGED);
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260724);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GByteArray) file = i % 2 == 0 ? create_png (3, 4) : create_jpeg (3, 4);
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 3; j++)
        file->data[g_rand_int_range (random, 2, file->len)] = (guint8) g_rand_int (random);
      g_assert_true ((yc_file_type_check (file->data, file->len, &error) == NULL) ==
                     (error != NULL));
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *given;
    const char *clean;
  } cases[] = {
    { "租赁合同.pdf", "租赁合同.pdf" },
    { "/etc/passwd", "passwd" },
    { "..\\..\\a.png", "a.png" },
    { "..", "" },
    { "a/", "" },
    { NULL, "" },
    { " a\nb\tc\x1b[31m.jpg ", "abc[31m.jpg" },
    { "photo\xe2\x80\xae" "fdp.exe", "photofdp.exe" },
    { "\xff\xfe.pdf", "\xef\xbf\xbd\xef\xbf\xbd.pdf" },
  };
  g_autofree char *long_name = g_strnfill (300, 'x');
  g_autofree char *long_pdf = g_strconcat (long_name, ".pdf", NULL);
  g_autofree char *shortened = yc_file_name_clean (long_pdf);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = yc_file_name_clean (cases[i].given);

      g_assert_cmpstr (clean, ==, cases[i].clean);
      g_assert_true (*clean == '\0' || yc_file_name_is_clean (clean));
    }
  g_assert_cmpint (g_utf8_strlen (shortened, -1), ==, YC_FILE_NAME_MAX_LENGTH);
  g_assert_true (g_str_has_suffix (shortened, "….pdf"));
  g_assert_false (yc_file_name_is_clean ("a/b"));
  g_assert_false (yc_file_name_is_clean (""));
}

/* A JPEG's segment or a PNG's chunk with its length counted; @kept is what is to be left of it. */
typedef struct
{
  const char *head;
  const char *content;
  gsize       length;
  gboolean    kept;
} Part;

#define PART(head, content, kept) { head, content, sizeof content - 1, kept }

#define TURNED                                                                                   \
  "\xff\xe1\0\x28" "Exif\0\0MM\0\x2a\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0\0\0\0\0\0\0"
/* As cameras write it: the maker first, the way it was held next, then where it was. */
#define LITTLE_EXIF                                                                              \
  "Exif\0\0II\x2a\0\x08\0\0\0\3\0\x0f\1\2\0\3\0\0\0GPS\0\x12\1\3\0\1\0\0\0\6\0\0\0"                   \
  "\x25\x88\4\0\1\0\0\0\x32\0\0\0\0\0\0\0GPS 22.9N 113.7E"

static const Part JPEG_PARTS[] = {
  PART ("\xff\xe0", "JFIF\0\1\1\0\0\1\0\1\0\0", TRUE),
  PART ("\xff\xe0", "JFXX\0\x10 GPS", FALSE),
  PART ("\xff\xe1", LITTLE_EXIF, FALSE),
  PART ("\xff\xe1", "http://ns.adobe.com/xap/1.0/\0<x GPS/>", FALSE),
  PART ("\xff\xe2", "ICC_PROFILE\0\1\1colours", TRUE),
  PART ("\xff\xe2", "MPF\0 GPS", FALSE),
  PART ("\xff\xed", "Photoshop 3.0\0 GPS", FALSE),
  PART ("\xff\xee", "Adobe\0d\0\0\0\0\1", TRUE),
  PART ("\xff\xfe", "GPS", FALSE),
  PART ("\xff\xdb", "table", TRUE),
  PART ("\xff\xc2", "\x08\0\x0a\0\x0a\1\1\x11\0", TRUE),
  PART ("\xff\xda", "scan", TRUE),
};
#define SCAN "ab\xff\0c\xff\xd0" "d\xff\xd7"
#define SECOND_SCAN "\xff\xc4\0\3x\xff\xda\0\3y" "ef\xff\0\xff\xff\xd9"
#define SECOND_PICTURE "\xff\xd8 GPS"

static void
append_part (GByteArray *file,
             const Part *part,
             gboolean    chunk)
{
  guint32 length = GUINT32_TO_BE ((guint32) part->length);
  guint16 short_length = GUINT16_TO_BE ((guint16) (part->length + 2));

  if (chunk)
    g_byte_array_append (file, (const guint8 *) &length, 4);
  g_byte_array_append (file, (const guint8 *) part->head, chunk ? 4 : 2);
  if (!chunk)
    g_byte_array_append (file, (const guint8 *) &short_length, 2);
  g_byte_array_append (file, (const guint8 *) part->content, (guint) part->length);
  if (chunk)
    g_byte_array_append (file, (const guint8 *) "crc.", 4);
}

/* The whole file, or what is to be left of it. */
static GBytes *
create_photo (gboolean whole)
{
  GByteArray *jpeg = g_byte_array_new ();

  g_byte_array_append (jpeg, (const guint8 *) "\xff\xd8", 2);
  for (guint i = 0; i < G_N_ELEMENTS (JPEG_PARTS); i++)
    {
      if (!whole && i == 2)
        g_byte_array_append (jpeg, (const guint8 *) TURNED, sizeof TURNED - 1);
      if (whole || JPEG_PARTS[i].kept)
        append_part (jpeg, &JPEG_PARTS[i], FALSE);
    }
  g_byte_array_append (jpeg, (const guint8 *) SCAN, sizeof SCAN - 1);
  g_byte_array_append (jpeg, (const guint8 *) SECOND_SCAN, sizeof SECOND_SCAN - 1);
  if (whole)
    g_byte_array_append (jpeg, (const guint8 *) SECOND_PICTURE, sizeof SECOND_PICTURE - 1);
  return g_byte_array_free_to_bytes (jpeg);
}

static GBytes *
create_drawing (gboolean whole)
{
  static const Part parts[] = {
    PART ("IHDR", "\0\0\0\1\0\0\0\1\x08\2\0\0\0", TRUE), PART ("iCCP", "colours", TRUE),
    PART ("eXIf", "II GPS", FALSE),  PART ("tEXt", "Location\0GPS", FALSE),
    PART ("pHYs", "\0\0\1\0\0\0\1\0\1", TRUE), PART ("tIME", "GPS", FALSE),
    PART ("IDAT", "pixels", TRUE),   PART ("iTXt", "GPS", FALSE),
    PART ("zTXt", "GPS", FALSE),     PART ("prVt", "GPS", FALSE),
    PART ("IEND", "", TRUE),         PART ("tEXt", "GPS", FALSE),
  };
  GByteArray *png = g_byte_array_new ();

  g_byte_array_append (png, (const guint8 *) PNG_SIGNATURE, 8);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (whole || parts[i].kept)
      append_part (png, &parts[i], TRUE);
  return g_byte_array_free_to_bytes (png);
}

static void
assert_left (GBytes *file,
             GBytes *left)
{
  g_autoptr (GBytes) clean = yc_picture_notes_remove (file);
  g_autoptr (GBytes) again = yc_picture_notes_remove (clean);

  g_assert_cmpmem (g_bytes_get_data (clean, NULL), g_bytes_get_size (clean),
                   g_bytes_get_data (left, NULL), g_bytes_get_size (left));
  /* Nothing more to take out: the same file, so the same id. */
  g_assert_true (again == clean);
}

static void
test_notes (void)
{
  g_autoptr (GBytes) photo = create_photo (TRUE);
  g_autoptr (GBytes) photo_left = create_photo (FALSE);
  g_autoptr (GBytes) drawing = create_drawing (TRUE);
  g_autoptr (GBytes) drawing_left = create_drawing (FALSE);
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF-1.7\n(GPS) %%EOF", 20);

  assert_left (photo, photo_left);
  assert_left (drawing, drawing_left);
  assert_left (pdf, pdf);
}

/* Cut and broken in any place: it ends, and what is left is no longer than what came (run with
 * sanitizers). */
static void
test_broken_notes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  g_autoptr (GBytes) photo = create_photo (TRUE);
  g_autoptr (GBytes) drawing = create_drawing (TRUE);

  for (guint i = 0; i < 20000; i++)
    {
      GBytes *whole = i % 2 == 0 ? photo : drawing;
      gsize length = (gsize) g_rand_int_range (random, 8, (gint32) g_bytes_get_size (whole) + 1);
      guint8 *data = g_memdup2 (g_bytes_get_data (whole, NULL), length);
      g_autoptr (GBytes) broken = g_bytes_new_take (data, length);
      g_autoptr (GBytes) clean = NULL;

      for (guint j = 0; i > 1000 && j < 3; j++)
        data[g_rand_int_range (random, 2, (gint32) length)] = (guint8) g_rand_int (random);
      clean = yc_picture_notes_remove (broken);
      g_assert_cmpuint (g_bytes_get_size (clean), <=, length + sizeof TURNED);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/sound", test_sound);
  g_test_add_func ("/files/bombs", test_bombs);
  g_test_add_func ("/files/cut", test_cut);
  g_test_add_func ("/files/others", test_others);
  g_test_add_func ("/files/random", test_random);
  g_test_add_func ("/files/names", test_names);
  g_test_add_func ("/files/notes", test_notes);
  g_test_add_func ("/files/broken-notes", test_broken_notes);

  return g_test_run ();
}
