/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files taken into a form: dropped, pasted, refused, taken out, brought back, opened large. */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "yc-attachment-tile.h"
#include "yc-attachment-tiles.h"
#include "yc-core-error.h"
#include "yc-form-attachment.h"
#include "yc-form-view.h"
#include "yc-json.h"
#include "yc-preview-view.h"
#include "yc-sheet.h"
#include "yc-test-files.h"
#include "yc-test-folder.h"
#include "yc-test-pdf.h"
#include "yc-test-window.h"
#include "yc-ui.h"

#define SCHEMA                                                                                   \
  "{\"type\":\"object\",\"properties\":{"                                                        \
  "\"address\":{\"type\":\"string\",\"title\":\"房屋地址\"},"                                      \
  "\"contract\":{\"type\":\"object\",\"title\":\"合同扫描件\",\"format\":\"attachment\","          \
  "\"description\":\"全部页扫描成一个 PDF 文件。\"},"                                              \
  "\"photos\":{\"type\":\"array\",\"title\":\"房屋照片\",\"maxItems\":3,\"items\":{"               \
  "\"type\":\"object\",\"format\":\"attachment\",\"x-accept\":[\"image/png\",\"image/jpeg\"],"   \
  "\"x-max-bytes\":2000000}}},\"required\":[\"contract\"]}"

#define LAYOUT                                                                                   \
  "{\"type\":\"VerticalLayout\",\"elements\":["                                                   \
  "{\"type\":\"Control\",\"scope\":\"#/properties/address\"},"                                   \
  "{\"type\":\"Control\",\"scope\":\"#/properties/contract\"},"                                  \
  "{\"type\":\"Control\",\"scope\":\"#/properties/photos\"}]}"

typedef struct
{
  char *folder;
  YcForm *form;
  YcFormView *view;
  GtkWindow *window;
} Fixture;

static GtkWidget *
find_of_type (GtkWidget *root,
              GType      type,
              guint     *skip)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (*skip)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_of_type (child, type, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
nth (Fixture *fixture,
     GType    type,
     guint    n)
{
  return find_of_type (GTK_WIDGET (fixture->window), type, &n);
}

static gboolean
has_editors (gpointer data)
{
  return nth (data, YC_TYPE_FORM_ATTACHMENT, 1) != NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) schema = yc_json_parse (SCHEMA, -1, NULL, &error);
  g_autoptr (JsonNode) layout = yc_json_parse (LAYOUT, -1, NULL, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *host = yc_sheet_host_new ();

  g_assert_no_error (error);
  fixture->folder = yc_test_folder_new ();
  fixture->form = yc_form_new (schema, layout, &error);
  g_assert_no_error (error);
  fixture->view = YC_FORM_VIEW (yc_form_view_new ());
  gtk_widget_add_css_class (GTK_WIDGET (fixture->view), "page-work");
  gtk_widget_set_valign (GTK_WIDGET (fixture->view), GTK_ALIGN_START);
  yc_form_view_set_form (fixture->view, fixture->form);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->view));
  yc_sheet_host_set_child (YC_SHEET_HOST (host), scroller);
  fixture->window = yc_test_window_new (host, 760, 640);
  yc_test_iterate_until (has_editors, fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  yc_test_window_destroy (fixture->window);
  g_assert_finalize_object (fixture->form);
  yc_test_folder_free (fixture->folder);
}

static YcFormAttachment *
get_editor (Fixture *fixture,
            guint    n)
{
  GtkWidget *editor = nth (fixture, YC_TYPE_FORM_ATTACHMENT, n);

  g_assert_nonnull (editor);
  return YC_FORM_ATTACHMENT (editor);
}

static GtkWidget *
get_add (Fixture *fixture,
         guint    n)
{
  return yc_test_find_widget (GTK_WIDGET (get_editor (fixture, n)), "place");
}

static YcFormIntake *
get_intake (Fixture *fixture,
            guint    n)
{
  return yc_form_attachment_get_intake (get_editor (fixture, n));
}

static YcFormField *
get_field (Fixture *fixture,
           guint    n)
{
  return yc_form_find_field (fixture->form, n == 0 ? "/contract" : "/photos");
}

static guint
count (Fixture *fixture,
       guint    n)
{
  return yc_form_intake_get_n_files (get_intake (fixture, n));
}

static GFile *
write_file (Fixture    *fixture,
            const char *name,
            GBytes     *content)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (content, NULL), (gssize) g_bytes_get_size (content),
                       &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

/* A picture with something on it. */
static GBytes *
create_picture (guint32 color)
{
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 400, 300);
  g_autoptr (GdkPixbuf) inner = gdk_pixbuf_new_subpixbuf (picture, 60, 50, 280, 200);
  char *data;
  gsize size;

  gdk_pixbuf_fill (picture, 0xf0f0e0ff);
  gdk_pixbuf_fill (inner, color);
  gdk_pixbuf_save_to_buffer (picture, &data, &size, "jpeg", NULL, NULL);
  return g_bytes_new_take (data, size);
}

static GtkDropTarget *
find_drop_target (YcFormAttachment *editor)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (editor));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  g_assert_not_reached ();
}

static gboolean
is_idle (gpointer data)
{
  return !yc_form_intake_get_busy (data);
}

/* What GTK does when files are let go over the field; takes @files, with what is in it. */
static void
drop (Fixture *fixture,
      guint    n,
      GSList  *files)
{
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  g_signal_emit_by_name (find_drop_target (get_editor (fixture, n)), "drop", &value, 1.0, 1.0,
                         &taken);
  g_assert_true (taken);
  yc_test_iterate_until (is_idle, get_intake (fixture, n));
  g_slist_free_full (files, g_object_unref);
}

static void
drop_bytes (Fixture    *fixture,
            guint       n,
            const char *name,
            GBytes     *content)
{
  drop (fixture, n, g_slist_prepend (NULL, write_file (fixture, name, content)));
  g_bytes_unref (content);
}

static gboolean
all_ready (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *tile;

  for (guint i = 0; (tile = nth (fixture, YC_TYPE_ATTACHMENT_TILE, i)) != NULL; i++)
    if (!yc_attachment_tile_get_ready (YC_ATTACHMENT_TILE (tile)))
      return FALSE;
  return TRUE;
}

static void
assert_thumbnails (Fixture *fixture,
                   guint    n)
{
  GtkWidget *tile;
  guint found = 0;

  yc_test_iterate_until (all_ready, fixture);
  for (; (tile = nth (fixture, YC_TYPE_ATTACHMENT_TILE, found)) != NULL; found++)
    g_assert_null (yc_attachment_tile_get_trouble (YC_ATTACHMENT_TILE (tile)));
  g_assert_cmpuint (found, ==, n);
}

static void
assert_refused (Fixture    *fixture,
                guint       n,
                const char *words)
{
  const char *refusal = yc_form_intake_get_refusal (get_intake (fixture, n));

  g_assert_nonnull (refusal);
  if (strstr (refusal, words) == NULL)
    g_error ("“%s” does not say “%s”", refusal, words);
}

static void
test_drop (Fixture       *fixture,
           gconstpointer  data)
{
  GSList *photos = NULL;

  drop_bytes (fixture, 0, "租赁合同 2026-09.pdf", yc_test_pdf_new (3, 595, 842));
  g_assert_cmpuint (count (fixture, 0), ==, 1);
  g_assert_cmpstr (yc_attachment_get_name (yc_form_field_get_value (get_field (fixture, 0))), ==,
                   "租赁合同 2026-09.pdf");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("门牌和客厅%u.jpg", i + 1);
      g_autoptr (GBytes) picture = create_picture (0x3366aaff + (i << 12));

      photos = g_slist_append (photos, write_file (fixture, name, picture));
    }
  drop (fixture, 1, photos);
  g_assert_cmpuint (count (fixture, 1), ==, 3);
  assert_thumbnails (fixture, 4);
  g_assert_true (yc_form_get_is_valid (fixture->form));
  yc_test_take_picture ("form-attachment");
}

/* A single file is replaced; what is the same as one that is there is not taken twice. */
static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  GSList *two = NULL;

  drop_bytes (fixture, 0, "a.png", yc_test_files_create_png (1000, 1));
  drop_bytes (fixture, 0, "b.png", yc_test_files_create_png (1000, 2));
  g_assert_cmpstr (yc_attachment_get_name (yc_form_field_get_value (get_field (fixture, 0))), ==,
                   "b.png");
  drop_bytes (fixture, 1, "c.png", yc_test_files_create_png (1000, 3));
  drop_bytes (fixture, 1, "d.png", yc_test_files_create_png (1000, 3));
  g_assert_cmpuint (count (fixture, 1), ==, 1);
  assert_refused (fixture, 1, "here already");
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("e%u.png", i);
      g_autoptr (GBytes) file = yc_test_files_create_png (1000, 4 + i);

      two = g_slist_append (two, write_file (fixture, name, file));
    }
  drop (fixture, 0, two);
  assert_refused (fixture, 0, "At most 1 file");
  g_assert_cmpstr (yc_attachment_get_name (yc_form_field_get_value (get_field (fixture, 0))), ==,
                   "b.png");
}

static void
test_too_many (Fixture       *fixture,
               gconstpointer  data)
{
  GSList *files = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.png", i);
      g_autoptr (GBytes) file = yc_test_files_create_png (1000, 10 + i);

      files = g_slist_append (files, write_file (fixture, name, file));
    }
  drop (fixture, 1, files);
  g_assert_cmpuint (count (fixture, 1), ==, 3);
  assert_refused (fixture, 1, "At most 3 files");
}

static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe.png", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.png", NULL);
  g_autoptr (GBytes) sound = yc_test_files_create_png (5000, 20);

  drop_bytes (fixture, 1, "page.png", g_bytes_new_static ("<html><script>", 14));
  assert_refused (fixture, 1, "page.png: Only PNG / JPEG is taken here");
  drop_bytes (fixture, 1, "program.jpg", g_bytes_new_static ("MZ\x90\0\3\0\0", 7));
  assert_refused (fixture, 1, "program.jpg: It is a program and may be harmful");
  drop_bytes (fixture, 1, "program.png", g_bytes_new_static ("\x7f" "ELF\2\1\1", 7));
  assert_refused (fixture, 1, "It is a program");
  drop_bytes (fixture, 1, "empty.png", g_bytes_new_static ("", 0));
  assert_refused (fixture, 1, "empty.png: The file is empty");
  drop_bytes (fixture, 1, "contract.pdf", yc_test_pdf_new (1, 595, 842));
  assert_refused (fixture, 1, "it is a PDF file. Only PNG / JPEG is taken here");
  drop_bytes (fixture, 1, "photo.jpg", yc_test_pdf_new (1, 595, 842));
  assert_refused (fixture, 1, "photo.jpg: Whatever its name, it is a PDF file");
  drop_bytes (fixture, 1, "bomb.png", yc_test_files_create_bomb (50000, 50000));
  assert_refused (fixture, 1, "50000 × 50000");
  drop_bytes (fixture, 1, "cut.png",
              g_bytes_new_from_bytes (sound, 0, g_bytes_get_size (sound) / 2));
  assert_refused (fixture, 1, "damaged");
  drop_bytes (fixture, 1, "large.png", yc_test_files_create_png (2000001, 21));
  assert_refused (fixture, 1, "larger than 1.9");
  drop_bytes (fixture, 0, "locked.pdf", yc_test_pdf_new_encrypted ());
  assert_refused (fixture, 0, "password");
  drop_bytes (fixture, 0, "damaged.pdf", g_bytes_new_static ("%PDF-1.7\n1 0 obj %%EOF", 22));
  assert_refused (fixture, 0, "damaged");
  drop_bytes (fixture, 0, "larger.png", yc_test_files_create_png (10 * 1024 * 1024 + 1, 22));
  assert_refused (fixture, 0, "larger than 10");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  drop (fixture, 1, g_slist_prepend (NULL, g_file_new_for_path (pipe)));
  assert_refused (fixture, 1, "pipe.png: ");
  drop (fixture, 1, g_slist_prepend (NULL, g_file_new_for_path (fixture->folder)));
  assert_refused (fixture, 1, "It is no file");
  drop (fixture, 1, g_slist_prepend (NULL, g_file_new_for_path (missing)));
  assert_refused (fixture, 1, "missing.png: ");
  g_assert_cmpuint (count (fixture, 0) + count (fixture, 1), ==, 0);
  yc_test_take_picture ("form-attachment-refused");
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  JsonArray *photos;

  drop_bytes (fixture, 1, "a\nb\x1b[31m\xe2\x80\xae.png", yc_test_files_create_png (1000, 30));
  drop_bytes (fixture, 1, "\x01\x02", yc_test_files_create_png (1000, 31));
  photos = yc_json_node_get_array (yc_form_field_get_value (get_field (fixture, 1)));
  g_assert_cmpuint (json_array_get_length (photos), ==, 2);
  g_assert_cmpstr (yc_attachment_get_name (json_array_get_element (photos, 0)), ==, "ab[31m.png");
  g_assert_cmpstr (yc_attachment_get_name (json_array_get_element (photos, 1)), ==, "PNG");
}

static gboolean
has_two (gpointer data)
{
  return count (data, 1) == 2 && is_idle (get_intake (data, 1));
}

static gboolean
has_one (gpointer data)
{
  return count (data, 1) == 1 && is_idle (get_intake (data, 1));
}

/* Ctrl+V, with files and with a picture. */
static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  g_autoptr (GBytes) png = yc_test_files_create_png (1000, 40);
  g_autoptr (GFile) file = write_file (fixture, "pasted.png", png);
  g_autoptr (GSList) files = g_slist_prepend (NULL, file);
  GdkFileList *list = gdk_file_list_new_from_list (files);
  g_autoptr (GBytes) jpeg = create_picture (0x993333ff);
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (jpeg, NULL);

  gtk_widget_grab_focus (get_add (fixture, 1));
  gdk_clipboard_set (clipboard, GDK_TYPE_FILE_LIST, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  yc_test_press (fixture->window, "ctrl+v");
  yc_test_iterate_until (has_one, fixture);
  gdk_clipboard_set_texture (clipboard, texture);
  yc_test_press (fixture->window, "ctrl+v");
  yc_test_iterate_until (has_two, fixture);
  assert_thumbnails (fixture, 2);
}

/* Taken out with the Delete key, brought back with Ctrl+Z. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  guint skip = 0;
  GtkWidget *tile;

  drop_bytes (fixture, 1, "a.png", yc_test_files_create_png (1000, 50));
  drop_bytes (fixture, 1, "b.png", yc_test_files_create_png (1000, 51));
  assert_thumbnails (fixture, 2);
  tile = find_of_type (nth (fixture, YC_TYPE_ATTACHMENT_TILE, 0), GTK_TYPE_BUTTON, &skip);
  gtk_widget_grab_focus (tile);
  yc_test_press (fixture->window, "Delete");
  yc_test_iterate_until (has_one, fixture);
  yc_test_press (fixture->window, "ctrl+z");
  yc_test_iterate_until (has_two, fixture);
  assert_thumbnails (fixture, 2);
  yc_test_press (fixture->window, "ctrl+shift+z");
  yc_test_iterate_until (has_one, fixture);
}

static gboolean
is_open (gpointer data)
{
  GtkWidget *view = nth (data, YC_TYPE_PREVIEW_VIEW, 0);

  return view != NULL && yc_preview_view_get_document (YC_PREVIEW_VIEW (view)) != NULL;
}

static gboolean
is_closed (gpointer data)
{
  return nth (data, YC_TYPE_PREVIEW_VIEW, 0) == NULL;
}

static guint
get_n_pages (Fixture *fixture)
{
  YcPreviewView *view = YC_PREVIEW_VIEW (nth (fixture, YC_TYPE_PREVIEW_VIEW, 0));

  return yc_document_get_n_pages (yc_preview_view_get_document (view));
}

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  guint skip = 0;
  GtkWidget *tile;

  drop_bytes (fixture, 0, "租赁合同.pdf", yc_test_pdf_new (3, 595, 842));
  assert_thumbnails (fixture, 1);
  tile = find_of_type (nth (fixture, YC_TYPE_ATTACHMENT_TILE, 0), GTK_TYPE_BUTTON, &skip);
  gtk_widget_grab_focus (tile);
  yc_test_press (fixture->window, "space");
  yc_test_iterate_until (is_open, fixture);
  g_assert_cmpuint (get_n_pages (fixture), ==, 3);
  yc_test_take_picture ("attachment-viewer");
  yc_test_press (fixture->window, "Escape");
  yc_test_iterate_until (is_closed, fixture);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == tile);
}

/* Who scrolls away, so that the editor goes, does not lose what is being read. */
static void
test_scrolled_away (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GBytes) png = yc_test_files_create_png (500000, 60);
  g_autoptr (GFile) file = write_file (fixture, "a.png", png);
  g_autoptr (GSList) files = g_slist_prepend (NULL, file);
  g_autoptr (YcFormIntake) intake = g_object_ref (get_intake (fixture, 0));

  yc_form_intake_take (intake, files);
  g_assert_true (yc_form_intake_get_busy (intake));
  yc_form_view_set_form (fixture->view, NULL);
  yc_test_iterate_until (is_idle, intake);
  g_assert_cmpuint (yc_form_intake_get_n_files (intake), ==, 1);
  yc_form_view_set_form (fixture->view, fixture->form);
  assert_thumbnails (fixture, 1);
}

static void
test_names_for_all (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *add = get_add (fixture, 0);

  gtk_test_accessible_assert_property (add, GTK_ACCESSIBLE_PROPERTY_LABEL, "合同扫描件");
  gtk_test_accessible_assert_property (add, GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE);
  g_object_unref (yc_form_check (fixture->form));
  gtk_test_accessible_assert_state (add, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  drop_bytes (fixture, 0, "a.png", yc_test_files_create_png (1000, 70));
  gtk_test_accessible_assert_state (add, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
}

/* What a telephone writes in front of a photograph: that it was held upright, and where. */
#define NOTES                                                                                    \
  "\xff\xe1\0\x55" "Exif\0\0II\x2a\0\x08\0\0\0\2\0\x12\1\3\0\1\0\0\0\6\0\0\0"                   \
  "\x25\x88\4\0\1\0\0\0\x26\0\0\0\0\0\0\0\1\0\1\0\2\0\2\0\0\0N\0\0\0\0\0\0\0" "22 53 13 N 113 59 4 E"

/* A segment that says nothing but which way is up. */
#define UPRIGHT_BYTES 42

static GBytes *
add_notes (GBytes *picture)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (picture, &length);
  GByteArray *noted = g_byte_array_new ();

  g_byte_array_append (noted, data, 2);
  g_byte_array_append (noted, (const guint8 *) NOTES, sizeof NOTES - 1);
  g_byte_array_append (noted, data + 2, (guint) length - 2);
  return g_byte_array_free_to_bytes (noted);
}

static GdkPixbuf *
decode (GBytes *picture)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (picture);
  g_autoptr (GError) error = NULL;
  GdkPixbuf *pixels = gdk_pixbuf_new_from_stream (stream, NULL, &error);

  g_assert_no_error (error);
  return pixels;
}

static GBytes *
load_kept (Fixture  *fixture,
           JsonNode *file)
{
  YcAttachments *attachments = yc_form_view_get_attachments (fixture->view);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *content;

  yc_attachments_load_async (attachments, yc_attachment_get_id (file), NULL, yc_test_keep_result,
                             &result);
  yc_test_wait_until (result != NULL);
  content = yc_attachments_load_finish (attachments, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (yc_attachment_get_size (file), ==, (gint64) g_bytes_get_size (content));
  return content;
}

/* Where a photograph was taken is not kept; its pixels are, and which way is up. */
static void
test_notes (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GBytes) picture = create_picture (0x3366aaff);
  g_autoptr (GBytes) noted = add_notes (picture);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GBytes) tail = NULL;
  g_autoptr (GBytes) kept_tail = NULL;
  g_autoptr (GdkPixbuf) before = decode (noted);
  g_autoptr (GdkPixbuf) after = NULL;

  g_assert_cmpstr (gdk_pixbuf_get_option (before, "orientation"), ==, "6");
  drop_bytes (fixture, 0, "IMG_0001.jpg", g_bytes_ref (noted));
  kept = load_kept (fixture, yc_form_field_get_value (get_field (fixture, 0)));
  tail = g_bytes_new_from_bytes (picture, 2, g_bytes_get_size (picture) - 2);
  kept_tail = g_bytes_new_from_bytes (kept, 2 + UPRIGHT_BYTES,
                                      g_bytes_get_size (kept) - 2 - UPRIGHT_BYTES);
  g_assert_true (g_bytes_equal (kept_tail, tail));
  after = decode (kept);
  g_assert_cmpstr (gdk_pixbuf_get_option (after, "orientation"), ==, "6");
  g_assert_cmpmem (gdk_pixbuf_read_pixels (after), gdk_pixbuf_get_byte_length (after),
                   gdk_pixbuf_read_pixels (before), gdk_pixbuf_get_byte_length (before));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  yc_ui_prepare_locale ();
  gtk_init ();
  yc_ui_init ();

#define ADD(name, func) g_test_add ("/form-attachment/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("drop", test_drop);
  ADD ("again", test_again);
  ADD ("too-many", test_too_many);
  ADD ("hostile", test_hostile);
  ADD ("names", test_names);
  ADD ("paste", test_paste);
  ADD ("undo", test_undo);
  ADD ("open", test_open);
  ADD ("scrolled-away", test_scrolled_away);
  ADD ("names-for-all", test_names_for_all);
  ADD ("notes", test_notes);

  return g_test_run ();
}
