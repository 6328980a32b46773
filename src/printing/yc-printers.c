/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The printers of the desk. */
#include "yc-printers.h"

#include <glib/gi18n-lib.h>

#include "yc-print-job-private.h"
#include "yc-printer-private.h"
#include "yc-printers-private.h"

#define DEFAULT_TIME_LIMIT 5000 /* ms */

struct _YcPrinters
{
  GObject         parent_instance;
  YcCupsWorker   *worker;
  GPtrArray      *printers; /* of YcPrinter */
  char           *server;
  char           *error_text;
  guint           time_limit; /* ms */
  YcPrintersState state;
};

typedef enum
{
  PROP_ERROR_TEXT = 1,
  PROP_SERVER,
  PROP_STATE,
  PROP_TIME_LIMIT,
} YcPrintersProperty;

#define N_PROPS (PROP_TIME_LIMIT + 1)

static GParamSpec *properties[N_PROPS];

static GType
yc_printers_get_item_type (GListModel *model)
{
  return YC_TYPE_PRINTER;
}

static guint
yc_printers_get_n_items (GListModel *model)
{
  return YC_PRINTERS (model)->printers->len;
}

static gpointer
yc_printers_get_item (GListModel *model,
                      guint       position)
{
  YcPrinters *self = YC_PRINTERS (model);

  return position < self->printers->len ? g_object_ref (g_ptr_array_index (self->printers, position))
                                        : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = yc_printers_get_item_type;
  iface->get_n_items = yc_printers_get_n_items;
  iface->get_item = yc_printers_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (YcPrinters, yc_printers, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
set_state (YcPrinters     *self,
           YcPrintersState state,
           const char     *error_text)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (g_strcmp0 (self->error_text, error_text) != 0)
    {
      g_free (self->error_text);
      self->error_text = g_strdup (error_text);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR_TEXT]);
    }
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static void
set_failed (YcPrinters   *self,
            const GError *error)
{
  gboolean down = g_error_matches (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_SERVER_DOWN);
  g_autofree char *text = NULL;

  /* Translators: %s is a sentence that says what is wrong */
  text = g_strdup_printf (
      _("%s Ask the administrator to start the print service, then look again."), error->message);
  set_state (self, down ? YC_PRINTERS_SERVER_DOWN : YC_PRINTERS_ERROR, text);
}

static int
compare_facts (gconstpointer a,
               gconstpointer b)
{
  const YcPrinterFacts *facts_a = *(YcPrinterFacts *const *) a;
  const YcPrinterFacts *facts_b = *(YcPrinterFacts *const *) b;

  if (facts_a->is_default != facts_b->is_default)
    return facts_a->is_default ? -1 : 1;
  return g_utf8_collate (facts_a->info, facts_b->info);
}

static YcPrinter *
keep_or_make (YcPrinters           *self,
              const YcPrinterFacts *facts)
{
  YcPrinter *printer = yc_printers_find (self, facts->name);

  if (printer == NULL)
    return yc_printer_new (self->worker, facts);
  yc_printer_update (printer, facts);
  return g_object_ref (printer);
}

static gboolean
holds_the_same (GPtrArray *a,
                GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;
  return TRUE;
}

static void
take_printers (YcPrinters *self,
               GPtrArray  *all_facts)
{
  g_autoptr (GPtrArray) next = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_old = self->printers->len;

  g_ptr_array_sort (all_facts, compare_facts);
  for (guint i = 0; i < all_facts->len; i++)
    g_ptr_array_add (next, keep_or_make (self, g_ptr_array_index (all_facts, i)));
  if (holds_the_same (self->printers, next))
    return;
  g_ptr_array_unref (self->printers);
  self->printers = g_steal_pointer (&next);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, self->printers->len);
}

static void
take_none (YcPrinters *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  take_printers (self, none);
}

static void
refresh_in_worker (GTask            *task,
                   YcCupsConnection *connection)
{
  GError *error = NULL;
  GPtrArray *facts = yc_cups_list_printers (connection, &error);

  if (facts != NULL)
    g_task_return_pointer (task, facts, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
refreshed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  YcPrinters *self = YC_PRINTERS (object);
  g_autoptr (GTask) outer = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = g_task_propagate_pointer (G_TASK (result), &error);

  if (facts != NULL)
    {
      take_printers (self, facts);
      set_state (self, facts->len > 0 ? YC_PRINTERS_READY : YC_PRINTERS_EMPTY,
                 facts->len > 0 ? NULL
                                : _("No printer is set up on this machine. Ask the administrator "
                                    "to add one, then look again."));
      g_task_return_boolean (outer, TRUE);
      return;
    }
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      take_none (self);
      set_failed (self, error);
    }
  g_task_return_error (outer, g_steal_pointer (&error));
}

static void
find_job_in_worker (GTask            *task,
                    YcCupsConnection *connection)
{
  GError *error = NULL;
  YcPrintJobHandle *handle = yc_cups_find_job (connection, g_task_get_task_data (task), &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, handle, (GDestroyNotify) yc_print_job_handle_free);
}

static void
yc_printers_constructed (GObject *object)
{
  YcPrinters *self = YC_PRINTERS (object);

  G_OBJECT_CLASS (yc_printers_parent_class)->constructed (object);
  self->worker = yc_cups_worker_new (self->server, self->time_limit);
}

static void
yc_printers_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  YcPrinters *self = YC_PRINTERS (object);

  switch ((YcPrintersProperty) prop_id)
    {
    case PROP_ERROR_TEXT:
      g_value_set_string (value, self->error_text);
      break;
    case PROP_SERVER:
      g_value_set_string (value, self->server);
      break;
    case PROP_STATE:
      g_value_set_int (value, (int) self->state);
      break;
    case PROP_TIME_LIMIT:
      g_value_set_uint (value, self->time_limit);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_printers_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  YcPrinters *self = YC_PRINTERS (object);

  switch ((YcPrintersProperty) prop_id)
    {
    case PROP_SERVER:
      self->server = g_value_dup_string (value);
      break;
    case PROP_TIME_LIMIT:
      self->time_limit = g_value_get_uint (value);
      break;
    case PROP_ERROR_TEXT:
    case PROP_STATE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_printers_finalize (GObject *object)
{
  YcPrinters *self = YC_PRINTERS (object);

  g_clear_pointer (&self->worker, yc_cups_worker_unref);
  g_clear_pointer (&self->printers, g_ptr_array_unref);
  g_free (self->server);
  g_free (self->error_text);
  G_OBJECT_CLASS (yc_printers_parent_class)->finalize (object);
}

static void
yc_printers_class_init (YcPrintersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = yc_printers_constructed;
  object_class->finalize = yc_printers_finalize;
  object_class->get_property = yc_printers_get_property;
  object_class->set_property = yc_printers_set_property;
  properties[PROP_ERROR_TEXT] = g_param_spec_string ("error-text", NULL, NULL, NULL, flags);
  properties[PROP_SERVER] = g_param_spec_string ("server", NULL, NULL, NULL, once);
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, YC_PRINTERS_ERROR, 0, flags);
  properties[PROP_TIME_LIMIT] =
      g_param_spec_uint ("time-limit", NULL, NULL, 1, G_MAXINT, DEFAULT_TIME_LIMIT, once);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
yc_printers_init (YcPrinters *self)
{
  self->printers = g_ptr_array_new_with_free_func (g_object_unref);
  self->state = YC_PRINTERS_LOADING;
}

YcPrinters *
yc_printers_new (const char *server)
{
  return g_object_new (YC_TYPE_PRINTERS, "server", server, NULL);
}

YcCupsWorker *
yc_printers_get_worker (YcPrinters *self)
{
  return self->worker;
}

YcPrintersState
yc_printers_get_state (YcPrinters *self)
{
  g_return_val_if_fail (YC_IS_PRINTERS (self), YC_PRINTERS_ERROR);

  return self->state;
}

const char *
yc_printers_get_error_text (YcPrinters *self)
{
  g_return_val_if_fail (YC_IS_PRINTERS (self), NULL);

  return self->error_text;
}

YcPrinter *
yc_printers_get_default (YcPrinters *self)
{
  g_return_val_if_fail (YC_IS_PRINTERS (self), NULL);

  return self->printers->len > 0 ? g_ptr_array_index (self->printers, 0) : NULL;
}

YcPrinter *
yc_printers_find (YcPrinters *self,
                  const char *name)
{
  g_return_val_if_fail (YC_IS_PRINTERS (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < self->printers->len; i++)
    {
      YcPrinter *printer = g_ptr_array_index (self->printers, i);

      if (g_str_equal (yc_printer_get_name (printer), name))
        return printer;
    }
  return NULL;
}

void
yc_printers_refresh_async (YcPrinters         *self,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  GTask *outer;

  g_return_if_fail (YC_IS_PRINTERS (self));

  outer = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (outer, yc_printers_refresh_async);
  task = g_task_new (self, cancellable, refreshed_cb, outer);
  g_task_set_source_tag (task, yc_printers_refresh_async);
  yc_cups_worker_run (self->worker, task, refresh_in_worker);
}

gboolean
yc_printers_refresh_finish (YcPrinters   *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (YC_IS_PRINTERS (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
yc_printers_find_job_async (YcPrinters         *self,
                            const char         *print_id,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (YC_IS_PRINTERS (self));
  g_return_if_fail (print_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_printers_find_job_async);
  g_task_set_task_data (task, g_strdup (print_id), g_free);
  yc_cups_worker_run (self->worker, task, find_job_in_worker);
}

YcPrintJob *
yc_printers_find_job_finish (YcPrinters   *self,
                             GAsyncResult *result,
                             GError      **error)
{
  YcPrintJobHandle *handle;

  g_return_val_if_fail (YC_IS_PRINTERS (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  handle = g_task_propagate_pointer (G_TASK (result), error);
  return handle != NULL ? yc_print_job_new (self->worker, handle) : NULL;
}
