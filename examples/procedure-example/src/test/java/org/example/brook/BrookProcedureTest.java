package org.example.brook;

import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.testing.contract.CommunicationProcedureContract;
import org.smartems.testing.contract.FakeDeviceExchange;
import org.smartems.testing.contract.RecordedExchangesContract;

/** The contract of every procedure, and one recorded exchange a file in {@code exchanges}. */
class BrookProcedureTest implements CommunicationProcedureContract, RecordedExchangesContract {

    @Override
    public CommunicationProcedure procedure() {
        return new BrookProcedure();
    }

    @Override
    public FakeDeviceExchange contact() {
        return FakeDeviceExchange.of(procedure().description()).body("serial A-1\nfirmware 1.0");
    }

    @Override
    public String exchanges() {
        return "/exchanges";
    }
}
