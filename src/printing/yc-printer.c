/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A printer as the print server shows it. */
#include "yc-printer.h"

#include <glib/gi18n-lib.h>

#include "yc-print-job-private.h"
#include "yc-printer-private.h"

struct _YcPrinter
{
  GObject                parent_instance;
  YcCupsWorker          *worker;
  YcPrinterCapabilities *capabilities;
  char                  *name;
  char                  *info;
  char                  *model;
  char                  *message;
  char                 **reasons;
  YcPrinterState         state;
  gboolean               accepting;
  gboolean               is_default;
};

typedef struct
{
  char           *printer;
  GBytes         *pdf;
  YcPrintOptions *options;
} PrintData;

G_DEFINE_FINAL_TYPE (YcPrinter, yc_printer, G_TYPE_OBJECT)

typedef enum
{
  PROP_ACCEPTING = 1,
  PROP_INFO,
  PROP_IS_DEFAULT,
  PROP_MESSAGE,
  PROP_NAME,
  PROP_REASONS,
  PROP_STATE,
  PROP_STATE_TITLE,
} YcPrinterProperty;

#define N_PROPS (PROP_STATE_TITLE + 1)

static GParamSpec *properties[N_PROPS];

static void
print_data_free (PrintData *data)
{
  g_free (data->printer);
  g_bytes_unref (data->pdf);
  yc_print_options_free (data->options);
  g_free (data);
}

static YcPrinterState
state_for_ipp (ipp_pstate_t state)
{
  if (state == IPP_PSTATE_STOPPED)
    return YC_PRINTER_STOPPED;
  return state == IPP_PSTATE_PROCESSING ? YC_PRINTER_BUSY : YC_PRINTER_IDLE;
}

static void
notify (YcPrinter        *self,
        YcPrinterProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_text (YcPrinter        *self,
          char            **field,
          const char       *text,
          YcPrinterProperty property)
{
  if (g_strcmp0 (*field, text) == 0)
    return;
  g_free (*field);
  *field = g_strdup (text);
  notify (self, property);
}

static void
set_flag (YcPrinter        *self,
          gboolean         *field,
          gboolean          value,
          YcPrinterProperty property)
{
  if (*field == value)
    return;
  *field = value;
  notify (self, property);
}

static void
set_reasons (YcPrinter         *self,
             const char *const *reasons)
{
  if (self->reasons != NULL && g_strv_equal ((const char *const *) self->reasons, reasons))
    return;
  g_strfreev (self->reasons);
  self->reasons = g_strdupv ((char **) reasons);
  notify (self, PROP_REASONS);
}

static void
load_capabilities_in_worker (GTask            *task,
                             YcCupsConnection *connection)
{
  GError *error = NULL;
  YcPrinterCapabilities *capabilities =
      yc_cups_get_capabilities (connection, g_task_get_task_data (task), &error);

  if (capabilities != NULL)
    g_task_return_pointer (task, capabilities, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
print_in_worker (GTask            *task,
                 YcCupsConnection *connection)
{
  PrintData *data = g_task_get_task_data (task);
  GError *error = NULL;
  YcPrintJobHandle *handle =
      yc_cups_print (connection, data->printer, data->pdf, data->options, &error);

  if (handle != NULL)
    g_task_return_pointer (task, handle, (GDestroyNotify) yc_print_job_handle_free);
  else
    g_task_return_error (task, error);
}

static void
yc_printer_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  YcPrinter *self = YC_PRINTER (object);

  switch ((YcPrinterProperty) prop_id)
    {
    case PROP_ACCEPTING:
      g_value_set_boolean (value, self->accepting);
      break;
    case PROP_INFO:
      g_value_set_string (value, self->info);
      break;
    case PROP_IS_DEFAULT:
      g_value_set_boolean (value, self->is_default);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_REASONS:
      g_value_set_boxed (value, self->reasons);
      break;
    case PROP_STATE:
      g_value_set_int (value, (int) self->state);
      break;
    case PROP_STATE_TITLE:
      g_value_set_string (value, yc_printer_get_state_title (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_printer_finalize (GObject *object)
{
  YcPrinter *self = YC_PRINTER (object);

  g_clear_pointer (&self->worker, yc_cups_worker_unref);
  g_clear_object (&self->capabilities);
  g_free (self->name);
  g_free (self->info);
  g_free (self->model);
  g_free (self->message);
  g_strfreev (self->reasons);
  G_OBJECT_CLASS (yc_printer_parent_class)->finalize (object);
}

static void
yc_printer_class_init (YcPrinterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = yc_printer_finalize;
  object_class->get_property = yc_printer_get_property;
  properties[PROP_ACCEPTING] = g_param_spec_boolean ("accepting", NULL, NULL, FALSE, flags);
  properties[PROP_INFO] = g_param_spec_string ("info", NULL, NULL, NULL, flags);
  properties[PROP_IS_DEFAULT] = g_param_spec_boolean ("is-default", NULL, NULL, FALSE, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_REASONS] = g_param_spec_boxed ("reasons", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, YC_PRINTER_STOPPED, 0, flags);
  properties[PROP_STATE_TITLE] = g_param_spec_string ("state-title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
yc_printer_init (YcPrinter *self)
{
}

YcPrinter *
yc_printer_new (YcCupsWorker         *worker,
                const YcPrinterFacts *facts)
{
  YcPrinter *self = g_object_new (YC_TYPE_PRINTER, NULL);

  self->worker = yc_cups_worker_ref (worker);
  self->name = g_strdup (facts->name);
  yc_printer_update (self, facts);
  return self;
}

void
yc_printer_update (YcPrinter            *self,
                   const YcPrinterFacts *facts)
{
  YcPrinterState state = state_for_ipp (facts->state);
  gboolean title_changes = state != self->state || facts->accepting != self->accepting;

  g_object_freeze_notify (G_OBJECT (self));
  if (g_strcmp0 (self->model, facts->model) != 0)
    {
      g_free (self->model);
      self->model = g_strdup (facts->model);
      g_clear_object (&self->capabilities);
    }
  set_text (self, &self->info, facts->info, PROP_INFO);
  set_text (self, &self->message, facts->message != NULL ? facts->message : "", PROP_MESSAGE);
  set_flag (self, &self->accepting, facts->accepting, PROP_ACCEPTING);
  set_flag (self, &self->is_default, facts->is_default, PROP_IS_DEFAULT);
  set_reasons (self, (const char *const *) facts->reasons);
  if (self->state != state)
    {
      self->state = state;
      notify (self, PROP_STATE);
    }
  if (title_changes)
    notify (self, PROP_STATE_TITLE);
  g_object_thaw_notify (G_OBJECT (self));
}

const char *
yc_printer_get_name (YcPrinter *self)
{
  g_return_val_if_fail (YC_IS_PRINTER (self), NULL);

  return self->name;
}

const char *
yc_printer_get_info (YcPrinter *self)
{
  g_return_val_if_fail (YC_IS_PRINTER (self), NULL);

  return self->info;
}

gboolean
yc_printer_get_is_default (YcPrinter *self)
{
  g_return_val_if_fail (YC_IS_PRINTER (self), FALSE);

  return self->is_default;
}

gboolean
yc_printer_get_accepting (YcPrinter *self)
{
  g_return_val_if_fail (YC_IS_PRINTER (self), FALSE);

  return self->accepting;
}

YcPrinterState
yc_printer_get_state (YcPrinter *self)
{
  g_return_val_if_fail (YC_IS_PRINTER (self), YC_PRINTER_STOPPED);

  return self->state;
}

const char *const *
yc_printer_get_reasons (YcPrinter *self)
{
  g_return_val_if_fail (YC_IS_PRINTER (self), NULL);

  return (const char *const *) self->reasons;
}

const char *
yc_printer_get_message (YcPrinter *self)
{
  g_return_val_if_fail (YC_IS_PRINTER (self), NULL);

  return self->message;
}

const char *
yc_printer_get_state_title (YcPrinter *self)
{
  g_return_val_if_fail (YC_IS_PRINTER (self), NULL);

  if (!self->accepting)
    return _("takes no jobs");
  if (self->state == YC_PRINTER_STOPPED)
    return _("stopped");
  return self->state == YC_PRINTER_BUSY ? _("busy") : _("ready");
}

void
yc_printer_load_capabilities_async (YcPrinter          *self,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (YC_IS_PRINTER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_printer_load_capabilities_async);
  g_task_set_task_data (task, g_strdup (self->name), g_free);
  if (self->capabilities != NULL)
    g_task_return_pointer (task, g_object_ref (self->capabilities), g_object_unref);
  else
    yc_cups_worker_run (self->worker, task, load_capabilities_in_worker);
}

YcPrinterCapabilities *
yc_printer_load_capabilities_finish (YcPrinter    *self,
                                     GAsyncResult *result,
                                     GError      **error)
{
  YcPrinterCapabilities *capabilities;

  g_return_val_if_fail (YC_IS_PRINTER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  capabilities = g_task_propagate_pointer (G_TASK (result), error);
  if (capabilities != NULL)
    g_set_object (&self->capabilities, capabilities);
  return capabilities;
}

void
yc_printer_print_async (YcPrinter            *self,
                        GBytes               *pdf,
                        const YcPrintOptions *options,
                        GCancellable         *cancellable,
                        GAsyncReadyCallback   callback,
                        gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;
  PrintData *data;

  g_return_if_fail (YC_IS_PRINTER (self));
  g_return_if_fail (pdf != NULL);
  g_return_if_fail (options != NULL && options->print_id != NULL && *options->print_id != '\0');

  data = g_new0 (PrintData, 1);
  data->printer = g_strdup (self->name);
  data->pdf = g_bytes_ref (pdf);
  data->options = yc_print_options_copy (options);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_printer_print_async);
  /* Cancelled or not: once there is a job, the caller must hear of it. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, data, (GDestroyNotify) print_data_free);
  yc_cups_worker_run (self->worker, task, print_in_worker);
}

YcPrintJob *
yc_printer_print_finish (YcPrinter    *self,
                         GAsyncResult *result,
                         GError      **error)
{
  YcPrintJobHandle *handle;

  g_return_val_if_fail (YC_IS_PRINTER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  handle = g_task_propagate_pointer (G_TASK (result), error);
  return handle != NULL ? yc_print_job_new (self->worker, handle) : NULL;
}
