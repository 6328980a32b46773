/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The printer that is wanted, for as long as the print server has it, and what that one has. */
#include "yc-print-target.h"

#include <glib/gi18n-lib.h>

struct _YcPrintTarget
{
  GObject                parent_instance;

  YcPrinters            *printers;
  char                  *wanted;
  YcPrinter             *printer;
  YcPrinterCapabilities *capabilities;
  GCancellable          *cancellable; /* of asking what the printer has */
  char                  *trouble;     /* of that */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcPrintTarget, yc_print_target, G_TYPE_OBJECT)

static void
tell (YcPrintTarget *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YcPrintTarget) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrinterCapabilities) capabilities =
    yc_printer_load_capabilities_finish (YC_PRINTER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  g_set_object (&self->capabilities, capabilities);
  g_free (self->trouble);
  self->trouble = error != NULL ? g_strdup (error->message) : NULL;
  tell (self);
}

static void
give_up_loading (YcPrintTarget *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->capabilities);
  g_clear_pointer (&self->trouble, g_free);
}

static void
set_printer (YcPrintTarget *self,
             YcPrinter    *printer)
{
  if (self->printer == printer)
    return;
  if (self->printer != NULL)
    g_signal_handlers_disconnect_by_data (self->printer, self);
  g_set_object (&self->printer, printer);
  give_up_loading (self);
  if (printer == NULL)
    return;
  g_signal_connect_swapped (printer, "notify", G_CALLBACK (tell), self);
  self->cancellable = g_cancellable_new ();
  yc_printer_load_capabilities_async (printer, self->cancellable, loaded_cb, g_object_ref (self));
}

/* The wanted one as soon as it is there; else none is taken away that somebody works with. */
static void
resolve_printer (YcPrintTarget *self)
{
  YcPrinter *printer = self->wanted != NULL
                         ? yc_printers_find (self->printers, self->wanted)
                         : NULL;

  if (printer == NULL && self->printer != NULL &&
      yc_printers_find (self->printers, yc_printer_get_name (self->printer)) == self->printer)
    printer = self->printer;
  if (printer == NULL)
    printer = yc_printers_get_default (self->printers);
  set_printer (self, printer);
}

static void
printers_changed_cb (YcPrintTarget *self)
{
  resolve_printer (self);
  tell (self);
}

static void
yc_print_target_dispose (GObject *object)
{
  YcPrintTarget *self = YC_PRINT_TARGET (object);

  set_printer (self, NULL);
  if (self->printers != NULL)
    g_signal_handlers_disconnect_by_data (self->printers, self);
  g_clear_object (&self->printers);

  G_OBJECT_CLASS (yc_print_target_parent_class)->dispose (object);
}

static void
yc_print_target_finalize (GObject *object)
{
  g_free (YC_PRINT_TARGET (object)->wanted);

  G_OBJECT_CLASS (yc_print_target_parent_class)->finalize (object);
}

static void
yc_print_target_class_init (YcPrintTargetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yc_print_target_dispose;
  object_class->finalize = yc_print_target_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_print_target_init (YcPrintTarget *self)
{
}

YcPrintTarget *
yc_print_target_new (YcPrinters *printers)
{
  YcPrintTarget *self = g_object_new (YC_TYPE_PRINT_TARGET, NULL);

  self->printers = g_object_ref (printers);
  g_signal_connect_swapped (printers, "items-changed", G_CALLBACK (printers_changed_cb), self);
  g_signal_connect_swapped (printers, "notify", G_CALLBACK (tell), self);
  resolve_printer (self);
  return self;
}

void
yc_print_target_want (YcPrintTarget *self,
                      const char    *name)
{
  if (g_strcmp0 (self->wanted, name) != 0)
    {
      g_free (self->wanted);
      self->wanted = g_strdup (name);
    }
  printers_changed_cb (self);
}

YcPrinter *
yc_print_target_get_printer (YcPrintTarget *self)
{
  return self->printer;
}

YcPrinterCapabilities *
yc_print_target_get_capabilities (YcPrintTarget *self)
{
  return self->capabilities;
}

/* The printer's own words say more than ours when it is stopped. */
char *
yc_print_target_dup_trouble (YcPrintTarget *self)
{
  if (self->printer == NULL || self->trouble != NULL)
    return g_strdup (self->trouble);
  if (!yc_printer_get_accepting (self->printer))
    return g_strdup (_("This printer takes no jobs at present. Choose another one or call the "
                       "administrator."));
  if (yc_printer_get_state (self->printer) != YC_PRINTER_STOPPED)
    return NULL;
  if (*yc_printer_get_message (self->printer) == '\0')
    return g_strdup (_("This printer is stopped: what is printed waits until it is resumed."));
  /* Translators: %s is what the printer says itself */
  return g_strdup_printf (
    _("This printer is stopped (%s): what is printed waits until it is resumed."),
    yc_printer_get_message (self->printer));
}
