/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printer and settings that this desk remembers for each kind of paper. */
#include "yc-print-presets-private.h"

#include "yc-table.h"

#define SAVE_SQL \
  "INSERT INTO print_presets (kind, printer, paper, source, sides, colour, fit) " \
  "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (kind) DO UPDATE SET " \
  "printer = excluded.printer, paper = excluded.paper, source = excluded.source, " \
  "sides = excluded.sides, colour = excluded.colour, fit = excluded.fit"
#define LOAD_SQL "SELECT kind, printer, paper, source, sides, colour, fit FROM print_presets"

struct _YcPrintPresets
{
  GObject        parent_instance;

  YcParts       *parts;
  YcPrintPreset *presets[YC_N_PRINT_KINDS + 1];
};

/* One on its way to or from the database. */
typedef struct
{
  YcPrintKind    kind;
  YcPrintPreset *preset;
} Entry;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcPrintPresets, yc_print_presets, G_TYPE_OBJECT)

static void
preset_free (YcPrintPreset *preset)
{
  g_free (preset->printer);
  g_free (preset->paper);
  g_free (preset->source);
  g_free (preset);
}

static YcPrintPreset *
preset_copy (const YcPrintPreset *preset)
{
  YcPrintPreset *copy = g_memdup2 (preset, sizeof *preset);

  copy->printer = g_strdup (preset->printer);
  copy->paper = g_strdup (preset->paper);
  copy->source = g_strdup (preset->source);
  return copy;
}

static void
entry_free (Entry *entry)
{
  g_clear_pointer (&entry->preset, preset_free);
  g_free (entry);
}

static void
yc_print_presets_dispose (GObject *object)
{
  YcPrintPresets *self = YC_PRINT_PRESETS (object);

  g_clear_object (&self->parts);
  for (guint i = 0; i < G_N_ELEMENTS (self->presets); i++)
    g_clear_pointer (&self->presets[i], preset_free);

  G_OBJECT_CLASS (yc_print_presets_parent_class)->dispose (object);
}

static void
yc_print_presets_class_init (YcPrintPresetsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_print_presets_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_print_presets_init (YcPrintPresets *self)
{
}

YcPrintPresets *
yc_print_presets_new (YcParts *parts)
{
  YcPrintPresets *self = g_object_new (YC_TYPE_PRINT_PRESETS, NULL);

  self->parts = g_object_ref (parts);
  return self;
}

static gpointer
read_entry (YcStatement  *statement,
            gpointer      data,
            GError      **error)
{
  g_autofree char *kind = yc_statement_dup_text (statement, 0);
  g_autofree char *sides = yc_statement_dup_text (statement, 4);
  Entry *entry = g_new0 (Entry, 1);

  entry->kind = yc_print_kind_from_string (kind);
  entry->preset = g_new0 (YcPrintPreset, 1);
  entry->preset->printer = yc_statement_dup_text (statement, 1);
  entry->preset->paper = yc_statement_dup_text (statement, 2);
  entry->preset->source = yc_statement_dup_text (statement, 3);
  entry->preset->sides = yc_print_sides_from_keyword (sides);
  entry->preset->grey = !yc_statement_get_boolean (statement, 5);
  entry->preset->fit = yc_statement_get_boolean (statement, 6);
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
  g_autoptr (YcPrintPresets) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = yc_storage_run_finish (self->parts->storage, result, &error);

  if (entries == NULL)
    {
      g_warning ("The presets of printing could not be read: %s", error->message);
      return;
    }
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);

      g_clear_pointer (&self->presets[entry->kind], preset_free);
      self->presets[entry->kind] = g_steal_pointer (&entry->preset);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

void
yc_print_presets_load (YcPrintPresets *self)
{
  yc_storage_run_async (self->parts->storage, YC_WORKER_READ, load_job, NULL, NULL,
                        (GDestroyNotify) g_ptr_array_unref, NULL, loaded_cb, g_object_ref (self));
}

const YcPrintPreset *
yc_print_presets_get (YcPrintPresets *self,
                      YcPrintKind     kind)
{
  g_return_val_if_fail (YC_IS_PRINT_PRESETS (self), NULL);
  g_return_val_if_fail (kind >= YC_PRINT_KIND_CERTIFICATE && kind <= YC_N_PRINT_KINDS, NULL);

  return self->presets[kind];
}

static gpointer
save_job (YcConnection  *connection,
          gpointer       data,
          GError       **error)
{
  Entry *entry = data;
  YcPrintPreset *preset = entry->preset;

  yc_table_write (connection, error, SAVE_SQL, "tttttii", yc_print_kind_to_string (entry->kind),
                  preset->printer, preset->paper, preset->source,
                  yc_print_sides_to_keyword (preset->sides), !preset->grey, preset->fit);
  return NULL;
}

void
yc_print_presets_set (YcPrintPresets      *self,
                      YcPrintKind          kind,
                      const YcPrintPreset *preset)
{
  Entry *entry;

  g_return_if_fail (YC_IS_PRINT_PRESETS (self));
  g_return_if_fail (kind >= YC_PRINT_KIND_CERTIFICATE && kind <= YC_N_PRINT_KINDS);
  g_return_if_fail (preset != NULL && preset->printer != NULL);

  g_clear_pointer (&self->presets[kind], preset_free);
  self->presets[kind] = preset_copy (preset);
  g_signal_emit (self, signals[CHANGED], 0);
  if (self->parts->storage == NULL)
    return;
  entry = g_new0 (Entry, 1);
  entry->kind = kind;
  entry->preset = preset_copy (preset);
  yc_storage_run_async (self->parts->storage, YC_WORKER_WRITE, save_job, entry,
                        (GDestroyNotify) entry_free, NULL, NULL, NULL, NULL);
}
