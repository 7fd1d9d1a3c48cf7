// Reads PDFs beside the frame that draws them, so that one which takes for ever stops nothing else.
import 'pdfjs-dist/build/pdf.worker.min.mjs';
