/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each printer of this desk is adjusted to the forms that it prints on (套打). */
#include "yc-calibrations-private.h"

#include "yc-table.h"

#define SAVE_SQL \
  "INSERT INTO calibrations (printer, source, template, x, y) VALUES ($1, $2, $3, $4, $5) " \
  "ON CONFLICT (printer, source, template) DO UPDATE SET x = excluded.x, y = excluded.y"
#define LOAD_SQL "SELECT printer, source, template, x, y FROM calibrations"

struct _YcCalibrations
{
  GObject parent_instance;

  YcParts   *parts;
  /* By printer, tray and template. */
  GPtrArray *entries;
};

typedef struct
{
  char         *printer;
  char         *source;
  char         *template_;
  YcCalibration calibration;
} Entry;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcCalibrations, yc_calibrations, G_TYPE_OBJECT)

static void
entry_free (Entry *entry)
{
  g_free (entry->printer);
  g_free (entry->source);
  g_free (entry->template_);
  g_free (entry);
}

static Entry *
entry_new (const char          *printer,
           const char          *source,
           const char          *template_,
           const YcCalibration *calibration)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->printer = g_strdup (printer);
  entry->source = g_strdup (source);
  entry->template_ = g_strdup (template_);
  entry->calibration = *calibration;
  return entry;
}

static void
yc_calibrations_dispose (GObject *object)
{
  YcCalibrations *self = YC_CALIBRATIONS (object);

  g_clear_object (&self->parts);

  G_OBJECT_CLASS (yc_calibrations_parent_class)->dispose (object);
}

static void
yc_calibrations_finalize (GObject *object)
{
  g_ptr_array_unref (YC_CALIBRATIONS (object)->entries);

  G_OBJECT_CLASS (yc_calibrations_parent_class)->finalize (object);
}

static void
yc_calibrations_class_init (YcCalibrationsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_calibrations_dispose;
  G_OBJECT_CLASS (klass)->finalize = yc_calibrations_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_calibrations_init (YcCalibrations *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
}

YcCalibrations *
yc_calibrations_new (YcParts *parts)
{
  YcCalibrations *self = g_object_new (YC_TYPE_CALIBRATIONS, NULL);

  self->parts = g_object_ref (parts);
  return self;
}

static gpointer
read_entry (YcStatement  *statement,
            gpointer      data,
            GError      **error)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->printer = yc_statement_dup_text (statement, 0);
  entry->source = yc_statement_dup_text (statement, 1);
  entry->template_ = yc_statement_dup_text (statement, 2);
  entry->calibration.x = (int) CLAMP (yc_statement_get_int (statement, 3), -YC_CALIBRATION_MOST,
                                      YC_CALIBRATION_MOST);
  entry->calibration.y = (int) CLAMP (yc_statement_get_int (statement, 4), -YC_CALIBRATION_MOST,
                                      YC_CALIBRATION_MOST);
  return entry;
}

static gpointer
load_job (YcConnection  *connection,
          gpointer       data,
          GError       **error)
{
  return yc_table_read (connection, LOAD_SQL, NULL, read_entry, NULL, (GDestroyNotify) entry_free,
                        error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YcCalibrations) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = yc_storage_run_finish (self->parts->storage, result, &error);

  if (entries == NULL)
    {
      g_warning ("The calibrations could not be read: %s", error->message);
      return;
    }
  g_ptr_array_unref (self->entries);
  self->entries = entries;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
yc_calibrations_load (YcCalibrations *self)
{
  yc_storage_run_async (self->parts->storage, YC_WORKER_READ, load_job, NULL, NULL,
                        (GDestroyNotify) g_ptr_array_unref, NULL, loaded_cb, g_object_ref (self));
}

static Entry *
find (YcCalibrations *self,
      const char     *printer,
      const char     *source,
      const char     *template_)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (g_str_equal (entry->printer, printer) && g_str_equal (entry->source, source) &&
          g_str_equal (entry->template_, template_))
        return entry;
    }
  return NULL;
}

gboolean
yc_calibrations_find (YcCalibrations *self,
                      const char     *printer,
                      const char     *source,
                      const char     *template_,
                      YcCalibration  *calibration)
{
  const Entry *entry;

  g_return_val_if_fail (YC_IS_CALIBRATIONS (self), FALSE);
  g_return_val_if_fail (printer != NULL && source != NULL && template_ != NULL, FALSE);

  entry = find (self, printer, source, template_);
  *calibration = entry != NULL ? entry->calibration : (YcCalibration){ 0 };
  return entry != NULL;
}

static gpointer
save_job (YcConnection  *connection,
          gpointer       data,
          GError       **error)
{
  Entry *entry = data;

  yc_table_write (connection, error, SAVE_SQL, "tttii", entry->printer, entry->source,
                  entry->template_, entry->calibration.x, entry->calibration.y);
  return NULL;
}

void
yc_calibrations_set (YcCalibrations      *self,
                     const char          *printer,
                     const char          *source,
                     const char          *template_,
                     const YcCalibration *calibration)
{
  Entry *entry;

  g_return_if_fail (YC_IS_CALIBRATIONS (self));
  g_return_if_fail (printer != NULL && source != NULL && template_ != NULL);
  g_return_if_fail (ABS (calibration->x) <= YC_CALIBRATION_MOST);
  g_return_if_fail (ABS (calibration->y) <= YC_CALIBRATION_MOST);

  entry = find (self, printer, source, template_);
  if (entry != NULL)
    entry->calibration = *calibration;
  else
    g_ptr_array_add (self->entries, entry_new (printer, source, template_, calibration));
  g_signal_emit (self, signals[CHANGED], 0);
  if (self->parts->storage != NULL)
    yc_storage_run_async (self->parts->storage, YC_WORKER_WRITE, save_job,
                          entry_new (printer, source, template_, calibration),
                          (GDestroyNotify) entry_free, NULL, NULL, NULL, NULL);
}
