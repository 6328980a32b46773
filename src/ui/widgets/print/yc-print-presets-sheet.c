/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which printer prints which kind of paper, and how: seen together and changed. */
#include "yc-print-presets-sheet.h"

#include "yc-print-dialog.h"
#include "yc-print-summary.h"
#include "yc-printers-gate.h"
#include "yc-sheet.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define WIDTH 480

struct _YcPrintPresetsSheet
{
  GtkWidget parent_instance;

  YcPrintersGate *gate;
  AdwActionRow   *rows[YC_N_PRINT_KINDS];
  YcPrintSetup   *setups[YC_N_PRINT_KINDS];
};

G_DEFINE_FINAL_TYPE (YcPrintPresetsSheet, yc_print_presets_sheet, GTK_TYPE_WIDGET)

static void
show (YcPrintPresetsSheet *self, YcPrintSetup *setup)
{
  g_autofree char *words = yc_print_summary_describe (setup);

  adw_action_row_set_subtitle (self->rows[yc_print_setup_get_kind (setup) - 1], words);
}

static void
change_cb (YcPrintPresetsSheet *self, AdwActionRow *row)
{
  for (guint i = 0; i < YC_N_PRINT_KINDS; i++)
    if (self->rows[i] == row)
      yc_print_dialog_present (GTK_WIDGET (self), self->setups[i], YC_PRINT_DIALOG_REMEMBER);
}

static void
yc_print_presets_sheet_dispose (GObject *object)
{
  YcPrintPresetsSheet *self = YC_PRINT_PRESETS_SHEET (object);

  for (guint i = 0; i < YC_N_PRINT_KINDS; i++)
    {
      if (self->setups[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->setups[i], self);
      g_clear_object (&self->setups[i]);
    }
  g_clear_pointer ((GtkWidget **) &self->gate, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_print_presets_sheet_parent_class)->dispose (object);
}

static void
yc_print_presets_sheet_class_init (YcPrintPresetsSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_print_presets_sheet_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
create_row (YcPrintPresetsSheet *self, YcPrintKind kind)
{
  GtkWidget *row = adw_action_row_new ();

  self->rows[kind - 1] = ADW_ACTION_ROW (row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), yc_print_kind_get_title (kind));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (change_cb), self);
  return row;
}

static void
yc_print_presets_sheet_init (YcPrintPresetsSheet *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_size_request (list, WIDTH, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Kinds of paper"), -1);
  for (YcPrintKind kind = YC_PRINT_KIND_CERTIFICATE; kind <= YC_N_PRINT_KINDS; kind++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_row (self, kind));
  self->gate = YC_PRINTERS_GATE (yc_printers_gate_new ());
  yc_printers_gate_set_child (self->gate, list);
  gtk_widget_set_parent (GTK_WIDGET (self->gate), GTK_WIDGET (self));
}

static void
set_desk (YcPrintPresetsSheet *self, YcDesk *desk)
{
  yc_printers_gate_set_printers (self->gate, yc_desk_get_printers (desk));
  for (YcPrintKind kind = YC_PRINT_KIND_CERTIFICATE; kind <= YC_N_PRINT_KINDS; kind++)
    {
      YcPrintSetup *setup =
        yc_print_setup_new (yc_desk_get_printers (desk), yc_desk_get_print_presets (desk));

      self->setups[kind - 1] = setup;
      yc_print_setup_set_kind (setup, kind);
      g_signal_connect_swapped (setup, "changed", G_CALLBACK (show), self);
      show (self, setup);
    }
}

YcPrintPresetsSheet *
yc_print_presets_sheet_present (GtkWidget *over, YcDesk *desk)
{
  YcPrintPresetsSheet *self = g_object_new (YC_TYPE_PRINT_PRESETS_SHEET, NULL);

  g_return_val_if_fail (GTK_IS_WIDGET (over), self);
  g_return_val_if_fail (YC_IS_DESK (desk), self);

  set_desk (self, desk);
  yc_sheet_present (yc_sheet_new (_ ("Printers for each kind of paper"), GTK_WIDGET (self)), over);
  return self;
}
