/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file on its way into a form: read, looked at, opened, kept. */
#include "yc-attachment-intake.h"

#include "yc-core-error.h"
#include "yc-document.h"
#include "yc-file-name.h"
#include "yc-file-type.h"
#include "yc-picture-notes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (256 * 1024)
#define ATTRIBUTES                                                                               \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE                              \
                                 "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME

typedef struct
{
  YcAttachments     *attachments;
  YcAttachmentRules  rules;
  GFile             *file;
  GFileInputStream  *stream;
  GByteArray        *read;
  GBytes            *content;
  char              *name;
  const char        *type;
} Intake;

static void
intake_free (Intake *intake)
{
  g_object_unref (intake->attachments);
  yc_attachment_rules_clear (&intake->rules);
  g_clear_object (&intake->file);
  g_clear_object (&intake->stream);
  g_clear_pointer (&intake->read, g_byte_array_unref);
  g_clear_pointer (&intake->content, g_bytes_unref);
  g_free (intake->name);
  g_free (intake);
}

static void
fail (GTask       *task,
      YcCoreError  code,
      char        *message)
{
  g_task_return_new_error (task, YC_CORE_ERROR, (int) code, "%s", message);
  g_free (message);
}

/* The path that GIO names helps nobody at the counter. Takes @error. */
static void
fail_reading (GTask  *task,
              GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_return_new_error (task, YC_CORE_ERROR, YC_CORE_ERROR_FAILED, "%s",
                           _("The file cannot be read. Copy it to this computer first."));
  g_error_free (error);
}

static void
fail_size (GTask *task)
{
  Intake *intake = g_task_get_task_data (task);
  g_autofree char *most = g_format_size_full ((guint64) intake->rules.max_bytes,
                                              G_FORMAT_SIZE_IEC_UNITS);

  fail (task, YC_CORE_ERROR_FILE_TOO_LARGE,
        g_strdup_printf (_ ("The file is larger than %s. Scan it with fewer dots an inch."), most));
}

static char *
list_types (const YcAttachmentRules *rules)
{
  GString *types = g_string_new (NULL);

  for (guint i = 0; rules->accept[i] != NULL; i++)
    g_string_append_printf (types, "%s%s", i > 0 ? " / " : "",
                            yc_file_type_get_title (rules->accept[i]));
  return g_string_free (types, FALSE);
}

/* Programs of Windows (PE) and of Unix (ELF), and scripts. */
static gboolean
is_program (GBytes *content)
{
  gsize size;
  const char *data = g_bytes_get_data (content, &size);

  return (size >= 2 && (memcmp (data, "MZ", 2) == 0 || memcmp (data, "#!", 2) == 0)) ||
         (size >= 4 && memcmp (data, "\x7f" "ELF", 4) == 0);
}

/* Says what the file is: its name may say something else. */
static void
fail_type (GTask *task)
{
  Intake *intake = g_task_get_task_data (task);
  g_autofree char *types = list_types (&intake->rules);
  gsize size;
  gconstpointer data = g_bytes_get_data (intake->content, &size);
  const char *type = yc_file_type_find (data, size);

  if (size == 0)
    fail (task, YC_CORE_ERROR_FILE_DAMAGED,
          g_strdup (_("The file is empty. Scan it again, or copy it again from where it was.")));
  else if (type != NULL)
    fail (task, YC_CORE_ERROR_FILE_TYPE,
          /* Translators: both are types of files, such as PDF */
          g_strdup_printf (_("Whatever its name, it is a %s file. Only %s is taken here."),
                           yc_file_type_get_title (type), types));
  else if (is_program (intake->content))
    fail (task, YC_CORE_ERROR_FILE_TYPE,
          g_strdup_printf (_("It is a program and may be harmful: do not open it. Only %s is taken "
                             "here."), types));
  else
    fail (task, YC_CORE_ERROR_FILE_TYPE, g_strdup_printf (_("Only %s is taken here."), types));
}

static void
fail_folder (GTask *task)
{
  fail (task, YC_CORE_ERROR_FILE_TYPE,
        g_strdup (_("It is no file. Open the folder and choose the files in it.")));
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Intake *intake = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = yc_attachments_put_finish (YC_ATTACHMENTS (source), result, &error);

  if (id == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, yc_attachment_new (id, intake->name, intake->type,
                                                    (gint64) g_bytes_get_size (intake->content)),
                           (GDestroyNotify) json_node_unref);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Intake *intake = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcDocument) document = yc_document_load_finish (result, &error);

  if (document == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (yc_document_get_n_pages (document) > YC_ATTACHMENT_INTAKE_MAX_PAGES)
    fail (task, YC_CORE_ERROR_FILE_TOO_LARGE,
          g_strdup_printf (_ ("The document has more than %d pages."),
                           YC_ATTACHMENT_INTAKE_MAX_PAGES));
  else
    yc_attachments_put_async (intake->attachments, intake->content, g_task_get_cancellable (task),
                              kept_cb, g_object_ref (task));
}

/* A name that says nothing is made up from what the file is. */
static void
tidy_name (Intake *intake)
{
  g_autofree char *clean = yc_file_name_clean (intake->name);

  g_free (intake->name);
  intake->name = *clean != '\0' ? g_steal_pointer (&clean)
                                : g_strdup (yc_file_type_get_title (intake->type));
}

/* Where a citizen lives, and when they were there, is nobody's business who looks at a scan. */
static void
remove_notes (Intake *intake)
{
  GBytes *clean = yc_picture_notes_remove (intake->content);

  g_bytes_unref (intake->content);
  intake->content = clean;
}

static void
examine (GTask *task)
{
  Intake *intake = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (intake->content, &size);

  if ((gint64) size > intake->rules.max_bytes)
    {
      fail_size (task);
      return;
    }
  if (!yc_attachment_rules_take (&intake->rules, yc_file_type_find (data, size)))
    {
      fail_type (task);
      return;
    }
  intake->type = yc_file_type_check (data, size, &error);
  if (intake->type == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  tidy_name (intake);
  remove_notes (intake);
  yc_document_load_async (intake->content, YC_DOCUMENT_FOREIGN, g_task_get_cancellable (task),
                          opened_cb, g_object_ref (task));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Intake *intake = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  gsize size;
  gconstpointer data;

  if (bytes == NULL)
    {
      fail_reading (task, g_steal_pointer (&error));
      return;
    }
  data = g_bytes_get_data (bytes, &size);
  if (size == 0)
    {
      intake->content = g_byte_array_free_to_bytes (g_steal_pointer (&intake->read));
      examine (task);
      return;
    }
  g_byte_array_append (intake->read, data, (guint) size);
  if ((gint64) intake->read->len > intake->rules.max_bytes)
    fail_size (task);
  else
    g_input_stream_read_bytes_async (G_INPUT_STREAM (source), CHUNK, G_PRIORITY_DEFAULT,
                                     g_task_get_cancellable (task), read_cb,
                                     g_object_ref (task));
}

static void
file_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Intake *intake = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  intake->stream = g_file_read_finish (G_FILE (source), result, &error);
  if (intake->stream == NULL)
    fail_reading (task, g_steal_pointer (&error));
  else
    g_input_stream_read_bytes_async (G_INPUT_STREAM (intake->stream), CHUNK, G_PRIORITY_DEFAULT,
                                     g_task_get_cancellable (task), read_cb,
                                     g_object_ref (task));
}

/* A pipe or a device would be read for ever. */
static void
described_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Intake *intake = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (info == NULL)
    fail_reading (task, g_steal_pointer (&error));
  else if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    fail_folder (task);
  else if (g_file_info_get_size (info) > intake->rules.max_bytes)
    fail_size (task);
  else
    {
      intake->name = g_strdup (g_file_info_get_display_name (info));
      g_file_read_async (G_FILE (source), G_PRIORITY_DEFAULT, g_task_get_cancellable (task),
                         file_opened_cb, g_object_ref (task));
    }
}

static GTask *
begin (YcAttachments           *attachments,
       const YcAttachmentRules *rules,
       GCancellable            *cancellable,
       GAsyncReadyCallback      callback,
       gpointer                 user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Intake *intake = g_new0 (Intake, 1);

  g_task_set_source_tag (task, yc_attachment_intake_take_file_async);
  intake->attachments = g_object_ref (attachments);
  intake->rules = *rules;
  intake->rules.accept = g_strdupv (rules->accept);
  intake->read = g_byte_array_new ();
  g_task_set_task_data (task, intake, (GDestroyNotify) intake_free);
  return task;
}

void
yc_attachment_intake_take_file_async (YcAttachments           *attachments,
                                      const YcAttachmentRules *rules,
                                      GFile                   *file,
                                      GCancellable            *cancellable,
                                      GAsyncReadyCallback      callback,
                                      gpointer                 user_data)
{
  GTask *task = begin (attachments, rules, cancellable, callback, user_data);

  g_file_query_info_async (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT,
                           cancellable, described_cb, task);
}

void
yc_attachment_intake_take_bytes_async (YcAttachments           *attachments,
                                       const YcAttachmentRules *rules,
                                       GBytes                  *content,
                                       const char              *name,
                                       GCancellable            *cancellable,
                                       GAsyncReadyCallback      callback,
                                       gpointer                 user_data)
{
  g_autoptr (GTask) task = begin (attachments, rules, cancellable, callback, user_data);
  Intake *intake = g_task_get_task_data (task);

  intake->content = g_bytes_ref (content);
  intake->name = g_strdup (name);
  examine (task);
}

JsonNode *
yc_attachment_intake_take_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
