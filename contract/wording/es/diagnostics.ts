import type { diagnostics as english } from '../en/diagnostics.ts';
import type { Spanish } from '../wording.ts';

/** The report for whoever helps. */
export const diagnostics: Spanish<typeof english> = {
  records: 'Registros',
  open: 'Guardar diagnóstico…',
  title: 'Diagnóstico',
  about:
    'Para quien le ayude: versiones, ajustes, estado de las sesiones y las últimas líneas del log. Los nombres y direcciones se reemplazan por marcas; nunca contiene contraseñas ni tokens. Se escribirá exactamente esto:',
  preview: 'Lo que se escribirá',
  copy: 'Copiar',
  save: 'Guardar…',
  saved: 'Guardado como {{file}}',
};
